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

test('of each of two servers is printed where its call statuses go, and with which secret', async () => {
    const ports = { console: 0, convox: 0, gateway: 0, org: 0, austin: 0 };
    const two = await startStack({ database: ':memory:', assets: import.meta.dirname, ports });
    const [first, second] = announcement(two).matchAll(/(http\S+) in (?:its )?place.*\n +export SECRET=(\S+)/g);
    const push = async (address = '', secret = ''): Promise<number> => {
        const body = new URLSearchParams({
            CALL_REFERENCE_ID: 'R1',
            MOBILE_NO: '9876543201',
            CALL_STATUS: 'Connected'
        });
        const answer = await fetch(`${address}/call-status`, {
            method: 'POST',
            headers: { 'access-token': secret },
            body
        });
        return answer.status;
    };
    await expect(push(first?.[1], first?.[2])).resolves.toBe(200);
    await expect(push(second?.[1], second?.[2])).resolves.toBe(200);
    await expect(push(second?.[1], first?.[2])).resolves.toBe(401);
    await two.close();
});

test('the printed address of recordings is https, and where the default server has its recordings', () => {
    const [, address = ''] = /Recordings +(https:\S+)\/calls\//.exec(printed) ?? [];
    const [server] = stack.org.store.find({ object: 'ConVox_Server__c' });
    expect(server?.['Recordings_Base__c']).toBe(address);
});
