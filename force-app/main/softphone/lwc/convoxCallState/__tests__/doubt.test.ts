import { resultOfFailure } from 'c/convoxCommand';
import type { CommandResult } from 'c/convoxCommand';
import {
    addCall,
    arrivedCall,
    fromJournal,
    nextCall,
    NO_CALLS,
    removeCall,
    toJournal,
    withCall,
    withOpenCalls
} from 'c/convoxCallState';
import type { CallEvent, CallList, CallState } from 'c/convoxCallState';
import { encodeScreenPop } from 'c/convoxContract';
import { isOnCall } from '../doubt';
import { lookupOf, popOf } from './sampleLookup';

const POPPED = Date.UTC(2026, 0, 5, 4, 30);
const MINUTE = 60_000;
const OUTCOME = { disposition: 'SALE', disposition2: '', disposition3: '', notes: '' };
const UNANSWERED = resultOfFailure({ type: 'Close', commandId: '' }, 'noAnswerInTime');
const ACCEPTED: CommandResult = { ...UNANSWERED, state: 'accepted', failure: '', advice: 'accepted' };
const NOT_FOUND: CommandResult = { ...ACCEPTED, state: 'refused', advice: 'callNotFound' };
const WRONG_CODE: CommandResult = { ...ACCEPTED, state: 'refused', advice: 'dispositionUnknown' };

const lookedUp: CallEvent = { type: 'lookedUp', lookup: lookupOf() };
const closing: CallEvent = { type: 'closing', outcome: OUTCOME };
const answered = (result: CommandResult): CallEvent => ({ type: 'answered', result, at: POPPED + MINUTE });
const reported = (seconds?: number): Extract<CallEvent, { type: 'reported' }> => ({
    type: 'reported',
    disposition: '',
    seconds,
    at: POPPED + 5 * MINUTE
});

function callAfter(...events: readonly CallEvent[]): CallState {
    return events.reduce(nextCall, arrivedCall(popOf({ callReference: 'REAL' }), POPPED));
}

const ON_CALL = addCall(NO_CALLS, popOf({ callReference: 'REAL' }), POPPED);

test.each<[what: string, events: readonly CallEvent[], isOn: boolean]>([
    ['has just come', [], true],
    ['is talked on', [lookedUp], true],
    ['is being ended', [lookedUp, closing], true],
    ['was refused because of its disposition', [lookedUp, closing, answered(WRONG_CODE)], true],
    ['is not known to ConVox any more', [lookedUp, closing, answered(NOT_FOUND)], false],
    ['may have been ended', [lookedUp, closing, answered(UNANSWERED)], false],
    ['was ended', [lookedUp, closing, answered(ACCEPTED)], false],
    ['was reported', [lookedUp, reported()], false]
])('an agent whose call %s', (_name, events, isOn) => {
    expect(isOnCall(withCall(ON_CALL, callAfter(...events)))).toBe(isOn);
});

test.each<[what: string, events: readonly CallEvent[], isOn: boolean]>([
    ['was talked on', [lookedUp], true],
    ['was ended', [lookedUp, closing, answered(ACCEPTED)], false],
    ['may have been ended', [lookedUp, closing, answered(UNANSWERED)], false]
])('an agent whose call %s when it moved to this tab', (_name, events, isOn) => {
    expect(isOnCall(fromJournal(toJournal(withCall(ON_CALL, callAfter(...events)))))).toBe(isOn);
});

const DOUBTED = popOf({ callReference: 'DOUBTED' });
const noted: CallEvent = { type: 'drafted', draft: { notes: 'Wants a quote' }, at: POPPED };
/** A call for which the agent has noted something, and one that came a minute later. */
const BOTH = addCall(withCall(ON_CALL, callAfter(lookedUp, noted)), DOUBTED, POPPED + MINUTE);

const OPEN_IN_THE_ORG = [
    { parameters: encodeScreenPop(popOf({ callReference: 'ELSEWHERE' }), 'post'), poppedAt: POPPED }
];

test.each<[which: string, list: CallList]>([
    ['no call', NO_CALLS],
    ['a doubted call', removeCall(BOTH, 'REAL')],
    ['a call that the org knows', withOpenCalls(NO_CALLS, OPEN_IN_THE_ORG)],
    ['such a call after a reload', fromJournal(toJournal(withOpenCalls(NO_CALLS, OPEN_IN_THE_ORG)))]
])('an agent with %s alone is on none', (_name, list) => {
    expect(isOnCall(list)).toBe(false);
});

const shown = ({ calls, current }: CallList): unknown => [
    current,
    calls.map(({ pop, isDoubted }) => (isDoubted ? `${pop.callReference}?` : pop.callReference))
];

test('a doubted call stands below one for which something was entered, and so does a second and the same once more', () => {
    expect(shown(BOTH)).toEqual(['REAL', ['REAL', 'DOUBTED?']]);
    const again = addCall(BOTH, DOUBTED, POPPED + MINUTE);
    expect(shown(again)).toEqual(shown(BOTH));
    const second = addCall(BOTH, popOf({ callReference: 'SECOND' }), POPPED + MINUTE);
    expect(shown(second)).toEqual(['REAL', ['REAL', 'DOUBTED?', 'SECOND?']]);
});

test('a doubted call is shown before one for which nothing was entered: ConVox may have ended that one', () => {
    const list = addCall(withCall(ON_CALL, callAfter(lookedUp)), DOUBTED, POPPED + MINUTE);
    expect(shown(list)).toEqual(['DOUBTED', ['REAL', 'DOUBTED?']]);
    expect(shown(withCall(list, callAfter(lookedUp, reported(61))))).toEqual(['DOUBTED', ['REAL', 'DOUBTED']]);
    expect(shown(withCall(list, callAfter(lookedUp, reported(63))))).toEqual(['DOUBTED', ['REAL', 'DOUBTED?']]);
});

test('an end that ConVox reported before says nothing of the call that the agent was on', () => {
    const before = addCall(ON_CALL, popOf({ callReference: 'NEXT' }), POPPED + MINUTE);
    const ended = withCall(before, callAfter(lookedUp, reported(1)));
    const list = addCall(ended, DOUBTED, POPPED + 2 * MINUTE);
    expect(shown(list)).toEqual(['DOUBTED', ['REAL', 'NEXT', 'DOUBTED?']]);
});

test('a reload forgets no doubt and changes no order', () => {
    const list = addCall(BOTH, popOf({ callReference: 'SECOND' }), POPPED + 2 * MINUTE);
    expect(shown(fromJournal(toJournal(list)))).toEqual(['REAL', ['REAL', 'DOUBTED?', 'SECOND?']]);
});

test('a doubted call that is left alone is shown, and still doubted', () => {
    expect(shown(removeCall(BOTH, 'REAL'))).toEqual(['DOUBTED', ['DOUBTED?']]);
});

test.each<[when: string, events: readonly CallEvent[], expected: unknown]>([
    ['the agent is on the other', [lookedUp], ['REAL', ['REAL', 'DOUBTED?']]],
    ['the other ended before it came', [lookedUp, reported(61)], ['DOUBTED', ['REAL', 'DOUBTED']]],
    ['the other went on meanwhile', [lookedUp, reported(63)], ['REAL', ['REAL', 'DOUBTED?']]],
    ['ConVox does not say when the other ended', [lookedUp, reported()], ['REAL', ['REAL', 'DOUBTED?']]],
    [
        'nothing is left to do on the other',
        [lookedUp, { ...reported(63), disposition: 'SALE' }],
        ['REAL', ['REAL', 'DOUBTED?']]
    ],
    ['nobody is certain of the other', [lookedUp, closing, answered(UNANSWERED)], ['REAL', ['REAL', 'DOUBTED?']]]
])('of a doubted call, when %s', (_name, events, expected) => {
    expect(shown(withCall(BOTH, callAfter(noted, ...events)))).toEqual(expected);
});

test('without a doubted call nothing changes', () => {
    const call = callAfter(lookedUp, reported(1));
    expect(withCall(ON_CALL, call)).toEqual({ calls: [call], current: 'REAL' });
});
