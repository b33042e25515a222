import { readEnvironment } from './env.ts';

const SECRET = { CONVOX_STATUS_SECRET: 'a-secret-of-the-test' };

test('the secret is enough: the rest fits what npm start serves', () => {
    expect(readEnvironment(SECRET)).toMatchObject({
        host: '127.0.0.1',
        port: 4400,
        options: {
            salesforce: {
                statusHeader: 'Access-Token',
                statusSecret: SECRET.CONVOX_STATUS_SECRET,
                statusFormat: 'form'
            },
            replyStyle: 'text',
            timeZone: 'Asia/Kolkata',
            times: { ring: 20_000, slowReply: 15_000 }
        }
    });
});

test.each<[Record<string, string>, RegExp]>([
    [{}, /CONVOX_STATUS_SECRET is missing/],
    [{ ...SECRET, CONVOX_GATEWAY_ORIGIN: 'gateway' }, /CONVOX_GATEWAY_ORIGIN has to be the origin/],
    [{ ...SECRET, CONVOX_SLOW_REPLY_MILLISECONDS: 'late' }, /CONVOX_SLOW_REPLY_MILLISECONDS has to be a number/],
    [{ ...SECRET, CONVOX_STATUS_FORMAT: 'xml' }, /CONVOX_STATUS_FORMAT/]
])('%j is refused by the name of the variable', (environment, words) => {
    expect(() => readEnvironment(environment)).toThrow(words);
});
