import { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { openGatewayConnection } from '../admin/org/signIn.ts';
import { announcement } from './announcement.ts';
import { startStack } from './stack.ts';
import type { Stack } from './stack.ts';

let stack: Stack;
let printed: string;

beforeAll(async () => {
    const ports = { console: 0, convox: 0, gateway: 0, org: 0, recordings: 0 };
    stack = await startStack({ database: ':memory:', assets: import.meta.dirname, ports });
    printed = announcement(stack);
});
afterAll(() => stack.close());

const userInfo = z.object({ preferred_username: z.string() });

async function userOf(connection: Connection): Promise<string> {
    return userInfo.parse(await connection.request<unknown>('/services/oauth2/userinfo')).preferred_username;
}

test.each([
    ['local', 'admin@sunrise.example'],
    ['agent', 'asha.verma@sunrise.example']
])('the line that is printed for the CLI signs in --alias %s as %s', async (alias, username) => {
    const line = new RegExp(
        `SF_ACCESS_TOKEN='(\\S+)' npm run sf -- .* --instance-url (\\S+) --alias ${alias} --no-prompt`
    );
    const [, accessToken = '', instanceUrl = ''] = line.exec(printed) ?? [];
    await expect(userOf(new Connection({ accessToken, instanceUrl, version: '66.0' }))).resolves.toBe(username);
});

test('what is printed to export signs in as the gateway', async () => {
    const [, exported = ''] = /export (SALESFORCE_LOGIN_URL=.*)/.exec(printed) ?? [];
    const variables = Object.fromEntries(
        exported.split(' ').map((pair): [string, string] => {
            const [name = '', value = ''] = pair.split('=');
            return [name, value];
        })
    );
    await expect(openGatewayConnection(variables).then(userOf)).resolves.toBe('integration@sunrise.example');
});

test.each(['rest', 'webService'] as const)(
    'the other server is said to speak %s where it does',
    async (austinSpeaks) => {
        const ports = { console: 0, convox: 0, gateway: 0, org: 0, austin: 0 };
        const two = await startStack({ database: ':memory:', assets: import.meta.dirname, ports, austinSpeaks });
        expect(announcement(two)).toContain(`which speaks ${austinSpeaks}:`);
        await two.close();
    }
);

test('the printed address of recordings is https, and where the default server has its recordings', () => {
    const [, address = ''] = /Recordings +(https:\S+)\/calls\//.exec(printed) ?? [];
    const [server] = stack.org.store.find({ object: 'ConVox_Server__c' });
    expect(server?.['Recordings_Base__c']).toBe(address);
});
