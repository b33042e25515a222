import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Listening } from '../../node/listen.ts';
import { listen } from '../../node/listen.ts';
import type { Org } from '../../local/org/org.ts';
import { seedOrg } from '../../sample/org/seedOrg.ts';
import { CLIENT, createTestOrg } from '../../local/org/testing/testOrg.ts';
import { root } from '../root.ts';
import { openConnection, signInFailure } from './signIn.ts';

let org: Org;
let server: Listening;

beforeAll(async () => {
    org = await createTestOrg({ apiClients: [{ ...CLIENT, username: 'admin' }] });
    seedOrg(org);
    server = await listen(org);
});
afterAll(async () => {
    await server.close();
    await org.close();
});

test('a program signs in with client credentials, and anew when its session has run out', async () => {
    const environment = {
        ORG_LOGIN_URL: server.url,
        ORG_CLIENT_ID: CLIENT.clientId,
        ORG_CLIENT_SECRET: CLIENT.clientSecret
    };
    const connection = await openConnection(undefined, environment);
    const first = connection.accessToken;
    await fetch(`${server.url}/services/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token: first ?? '' })
    });
    expect((await connection.query('SELECT Id FROM ConVox_Server__c')).totalSize).toBe(1);
    expect(connection.accessToken).not.toBe(first);
});

test.each([
    [{}, 'Name the org: --target-org <alias>'],
    [{ ORG_LOGIN_URL: 'https://a.example' }, 'ORG_LOGIN_URL needs ORG_CLIENT_ID and ORG_CLIENT_SECRET beside it']
])('with %j nobody is signed in', async (environment, reason) => {
    await expect(openConnection(undefined, environment)).rejects.toThrow(reason);
});

test('an alias that nobody has signed in under is told in words, other errors as they are', () => {
    const unknown = Object.assign(new Error('No authorization information found for x.'), {
        name: 'NamedOrgNotFoundError'
    });
    expect(signInFailure(unknown, 'x')).toMatchObject({
        message: 'Nobody is signed in as x.',
        details: expect.arrayContaining([expect.stringContaining('org login web --alias x')])
    });
    const other = new Error('The network is gone');
    expect(signInFailure(other, 'x')).toBe(other);
});

test('nothing of these commands writes a login anywhere', () => {
    const sources = readdirSync(join(root, 'scripts/admin'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => readFileSync(join(root, 'scripts/admin', file), 'utf8'));
    const writing = sources.filter(
        (text) => /writeFile|appendFile/.test(text) && /accessToken|clientSecret/.test(text)
    );
    expect(writing).toEqual([]);
});
