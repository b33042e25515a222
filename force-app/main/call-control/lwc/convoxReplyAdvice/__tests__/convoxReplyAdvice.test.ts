import { wordsOf } from 'c/convoxReplyAdvice';
import type { CommandResult } from 'c/convoxCommand';
import { readReply } from 'c/convoxContract';
import { dialAdvice } from 'c/convoxDialAdvice';

jest.mock('@salesforce/label/c.ConVox_ReplyAdvice_ConVox_Said', () => ({ default: 'ConVox said: {0}' }), {
    virtual: true
});

const RESULT: CommandResult = {
    state: 'accepted',
    type: 'Close',
    commandId: 'a0C000000000001AAA',
    failure: '',
    advice: 'accepted',
    code: '',
    reply: '',
    error: ''
};

const label = (name: string): string => `c.ConVox_ReplyAdvice_${name}`;

/** Every code of ConVox's public tables, EC011 included although no list explains it. */
const CODES = [
    ...Array.from({ length: 11 }, (_, index) => `CL${String(index + 1).padStart(3, '0')}`),
    ...Array.from({ length: 22 }, (_, index) => `EC${String(index + 1).padStart(3, '0')}`),
    ...Array.from({ length: 11 }, (_, index) => `GE${String(index + 1).padStart(3, '0')}`)
];

test.each(CODES)('%s has advice in plain words', (code) => {
    const { advice } = readReply(code, 200);
    const words = wordsOf(
        { ...RESULT, state: 'refused', advice, code },
        code.startsWith('CL') ? dialAdvice : undefined
    );
    expect(words.title).toBe(label('Title_Refused'));
    expect(words.advice).toMatch(/^c\.ConVox_ReplyAdvice_/);
    expect(words.advice === label('Unknown_Refusal')).toBe(code === 'EC011');
});

test.each([
    ['accepted close', {}, 'Title_Accepted', 'Accepted_Close', ''],
    ['accepted dial', { type: 'Dial' }, 'Title_Accepted', 'Accepted_Dial', ''],
    [
        'unanswered close',
        { state: 'unknown', advice: 'noAnswer', failure: 'noAnswerInTime' },
        'Title_Unknown',
        'Unknown_Close',
        'No_Answer_In_Time'
    ],
    [
        'unreachable dial',
        { type: 'Dial', state: 'unknown', advice: 'noAnswer', failure: 'unreachable' },
        'Title_Unknown',
        'Unknown_Dial',
        'Unreachable'
    ],
    [
        'broken flow',
        { state: 'unknown', advice: 'noAnswer', failure: 'flowFailed' },
        'Title_Unknown',
        'Unknown_Close',
        'Flow_Failed'
    ],
    [
        'agent who is logged out, whatever was asked for',
        { state: 'refused', advice: 'agentNotLoggedIn' },
        'Title_Refused',
        'Agent_Not_Logged_In',
        ''
    ],
    ['unreached Salesforce', { state: 'refused', failure: 'notReached' }, 'Title_Not_Sent', 'Not_Reached', ''],
    ['unsaved command', { state: 'refused', failure: 'notSaved' }, 'Title_Not_Sent', 'Not_Sent', ''],
    ['command that never left', { state: 'refused', failure: 'notSent' }, 'Title_Not_Sent', 'Not_Sent', '']
] as const)('an %s has its own words', (_name, changes, title, advice, reason) => {
    expect(wordsOf({ ...RESULT, ...changes }, 'type' in changes ? dialAdvice : undefined)).toMatchObject({
        title: label(title),
        advice: label(advice),
        reason: reason && label(reason)
    });
});

test('a command on its way has no advice yet', () => {
    expect(wordsOf({ ...RESULT, state: 'sending' })).toMatchObject({ title: label('Sending'), advice: '' });
});

test.each([
    ['code and words', { code: 'EC003', reply: 'no agent' }, ['ConVox said: EC003: no agent']],
    ['words that begin with the code', { code: 'EC003', reply: 'EC003 no agent' }, ['ConVox said: EC003 no agent']],
    ['a code alone', { code: 'EC003' }, ['ConVox said: EC003']],
    ['words alone', { reply: 'closed' }, ['ConVox said: closed']],
    ['what Salesforce said', { error: 'timed out' }, [label('Salesforce_Said')]],
    [
        'what broke a flow',
        { state: 'unknown', advice: 'noAnswer', failure: 'flowFailed', error: 'limit' },
        [label('Salesforce_Said')]
    ],
    [
        'nothing that does not help',
        { state: 'unknown', advice: 'noAnswer', failure: 'unreachable', reply: 'Bad Gateway', error: 'x' },
        []
    ],
    ['nothing when nobody said anything', {}, []]
] as const)('repeats %s', (_name, changes, expected) => {
    expect(wordsOf({ ...RESULT, ...changes }).said).toEqual(expected);
});
