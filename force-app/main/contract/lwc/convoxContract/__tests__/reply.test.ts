import { adviceKeys, outcomeLine, readReply, replyCodes } from '../convoxContract.ts';
import { replyCases } from './data/replies.ts';

describe('a reply of the ConVox server', () => {
    test.each(replyCases)('that is $name under HTTP $httpStatus counts as $outcome', (reply) => {
        const { outcome, code } = readReply(reply.text, reply.httpStatus, reply.wordsOfSuccess);
        expect({ outcome, code }).toEqual({ outcome: reply.outcome, code: reply.code });
    });

    test.each([
        { name: 'plain text', text: 'Call closed', message: 'Call closed' },
        { name: 'JSON', text: '{"STATUS":"EC003","MESSAGE":"No agent found"}', message: 'No agent found' },
        { name: 'lower-case JSON', text: '{"status":"ec003","message":"No agent"}', message: 'No agent' },
        { name: 'JSON without a message', text: '{"STATUS":"EC003"}', message: '' },
        { name: 'JSON whose message is no text', text: '{"STATUS":"EC003","MESSAGE":{"a":1}}', message: '' },
        {
            name: 'JSON with braces in its message',
            text: '{"STATUS":"EC003","MESSAGE":"say \\"}\\" x"}',
            message: 'say "}" x'
        },
        { name: 'broken JSON', text: '{"STATUS":"EC003","MESSAGE":', message: '' },
        {
            name: 'JSON behind a script block',
            text: '<script>var a = {"b": 1};</script>{"STATUS":"CL006","MESSAGE":"Log in first"}',
            message: 'Log in first'
        },
        {
            name: 'JSON in a page',
            text: '<pre>{"STATUS":"CL006","MESSAGE":"Log in first"}</pre>',
            message: 'Log in first'
        },
        {
            name: 'an HTML page',
            text: '<html><head><title>x</title></head><body><b>Not</b> found</body></html>',
            message: 'Not found'
        },
        { name: 'a script that never ends', text: 'Closed <script>alert(1)', message: 'Closed' },
        { name: 'a tag that never ends', text: 'Closed <img src=x onerror=alert(1)', message: 'Closed' },
        { name: 'HTML inside the JSON message', text: '{"STATUS":"EC001","MESSAGE":"<b>No</b> <i"}', message: 'No' },
        { name: 'line breaks and control characters', text: 'Call\r\n\u0000 closed', message: 'Call closed' }
    ])('that is $name says "$message"', ({ text, message }) => {
        expect(readReply(text, 200).message).toBe(message);
    });

    test('has a message of at most 255 characters', () => {
        expect(readReply('a'.repeat(100_000), 200).message).toHaveLength(255);
    });

    test.each([
        { text: '{"STATUS":"CL006"}', httpStatus: 200, advice: 'agentNotLoggedIn' },
        { text: '{"STATUS":"EC020"}', httpStatus: 200, advice: 'followUpNotInFuture' },
        { text: '{"STATUS":"EC030"}', httpStatus: 200, advice: 'unknownRefusal' },
        { text: 'ERROR', httpStatus: 200, advice: 'unknownRefusal' },
        { text: 'done', httpStatus: 200, advice: 'accepted' },
        { text: '', httpStatus: 0, advice: 'noAnswer' }
    ])('"$text" under HTTP $httpStatus advises $advice', ({ text, httpStatus, advice }) => {
        expect(readReply(text, httpStatus).advice).toBe(advice);
    });
});

test.each(replyCases.filter(({ wordsOfSuccess }) => wordsOfSuccess === undefined))(
    'a gateway passes $name on as it reads it',
    ({ text, httpStatus, outcome, code }) => {
        expect(readReply(outcomeLine(readReply(text, httpStatus), text), 200)).toMatchObject({ outcome, code });
    }
);

describe('the code tables', () => {
    const numbered = (prefix: string, last: number): string[] =>
        Array.from({ length: last }, (_, index) => `${prefix}${String(index + 1).padStart(3, '0')}`);

    test.each([...numbered('CL', 11), ...numbered('EC', 22), ...numbered('GE', 11)])('have advice for %s', (code) => {
        expect(adviceKeys).toContain(replyCodes[code]);
        expect(readReply(`{"STATUS":"${code}"}`, 200)).toMatchObject({ outcome: 'refused', code });
    });
});
