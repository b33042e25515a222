import { readEnvironment } from './env.ts';

const complete = {
    GATEWAY_SECRETS: 'a-secret-of-the-test, another-secret-of-it',
    SALESFORCE_LIGHTNING_ORIGIN: 'https://example.lightning.force.com',
    SALESFORCE_LOGIN_URL: 'https://example.my.salesforce.com/',
    SALESFORCE_CLIENT_ID: 'client',
    SALESFORCE_CLIENT_SECRET: 'client secret'
};

test('a complete environment becomes settings, with defaults for the rest', () => {
    expect(readEnvironment(complete)).toEqual({
        host: '127.0.0.1',
        port: 8080,
        secrets: ['a-secret-of-the-test', 'another-secret-of-it'],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: {
            loginUrl: 'https://example.my.salesforce.com',
            clientId: 'client',
            clientSecret: 'client secret',
            timeout: 10_000
        }
    });
});

test.each(Object.keys(complete))('without %s the gateway does not start, and says so', (name) => {
    expect(() => readEnvironment({ ...complete, [name]: undefined })).toThrow(new RegExp(`${name} is missing`));
});

test.each<[string, string, RegExp]>([
    ['GATEWAY_SECRETS', 'short', /at least 16 characters/],
    ['GATEWAY_SECRETS', 'a-secret-of-the-test,', /at least 16 characters/],
    ['GATEWAY_SECRETS', '', /at least 16 characters/],
    ['GATEWAY_SECRET_HEADER', 'not a header', /name of a header/],
    ['GATEWAY_PORT', 'eighty', /GATEWAY_PORT has to be a port number/],
    ['CONVOX_TIME_ZONE', 'Mars/Olympus', /IANA time zone/],
    ['SALESFORCE_LOGIN_URL', 'http://example.my.salesforce.com', /https origin/],
    ['SALESFORCE_LOGIN_URL', 'https://user@example.my.salesforce.com', /https origin/],
    [
        'SALESFORCE_LIGHTNING_ORIGIN',
        'https://example.lightning.force.com/lightning/page',
        /https origin without a path/
    ],
    ['SALESFORCE_TIMEOUT_SECONDS', '0', /SALESFORCE_TIMEOUT_SECONDS/]
])('%s=%j is refused', (name, value, words) => {
    expect(() => readEnvironment({ ...complete, [name]: value })).toThrow(words);
});

test('a refusal names every wrong variable and no value', () => {
    const wrong = { GATEWAY_SECRETS: 'too-short', SALESFORCE_CLIENT_SECRET: 'client secret' };
    expect(() => readEnvironment(wrong)).toThrow(/GATEWAY_SECRETS[^]*SALESFORCE_LOGIN_URL[^]*SALESFORCE_CLIENT_ID/);
    expect(() => readEnvironment(wrong)).not.toThrow(/too-short|client secret/);
});

test('this machine may be reached without TLS', () => {
    const local = { ...complete, SALESFORCE_LOGIN_URL: 'http://127.0.0.1:4310' };
    expect(readEnvironment(local).salesforce.loginUrl).toBe('http://127.0.0.1:4310');
});
