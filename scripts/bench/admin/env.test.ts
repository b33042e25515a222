import { readEnvironment } from './env.ts';

test('nothing set means this repository, a fixed port and no client that may sign in', () => {
    expect(readEnvironment({})).toMatchObject({
        port: 4310,
        forceApp: expect.arrayContaining([expect.stringMatching(/force-app$/)]),
        database: expect.stringMatching(/\.local.org\.sqlite$/),
        client: undefined
    });
});

test('a client with a secret may sign in', () => {
    expect(readEnvironment({ ORG_PORT: '0', ORG_CLIENT_ID: 'gateway', ORG_CLIENT_SECRET: 'made-up' })).toMatchObject({
        port: 0,
        client: { clientId: 'gateway', clientSecret: 'made-up', username: 'integration' }
    });
});

test.each([
    ['ORG_PORT', 'many'],
    ['ORG_PORT', '70000'],
    ['ORG_CONVOX_URL', 'convox'],
    ['ORG_DATABASE', ''],
    ['ORG_NULL_ASSIGNMENT', 'sometimes']
])('%s=%s is refused with its name', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(name);
});
