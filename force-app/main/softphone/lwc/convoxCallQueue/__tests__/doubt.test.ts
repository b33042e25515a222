import {
    addCall,
    changeCall,
    EMPTY_QUEUE,
    fromJournal,
    removeCall,
    toJournal,
    clearDoubts,
    withOpenCalls
} from 'c/convoxCallQueue';
import { encodeScreenPop } from 'c/convoxContract';
import type { CallQueue, CallStates } from 'c/convoxCallQueue';
import { isOnCall } from '../doubt';
import { resultOfFailure } from 'c/convoxCallControl';
import type { CommandResult } from 'c/convoxCallControl';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import { lookupOf, popOf } from '../../convoxCallState/__tests__/sampleLookup';

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
const reported = (seconds?: number): CallEvent => ({
    type: 'reported',
    disposition: '',
    seconds,
    at: POPPED + 5 * MINUTE
});

function stateAfter(...events: readonly CallEvent[]): CallState {
    return events.reduce(nextCall, arrivedCall(popOf(), POPPED));
}

const ON_CALL = addCall(EMPTY_QUEUE, popOf({ callReference: 'REAL' }), POPPED);

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
    expect(isOnCall(ON_CALL, events.length === 0 ? {} : { REAL: stateAfter(...events) })).toBe(isOn);
});

/** A call on which the agent is, and one that came a minute later. */
const BOTH = addCall(ON_CALL, popOf({ callReference: 'DOUBTED' }), POPPED + MINUTE, {});

const OPEN_IN_THE_ORG = [
    { parameters: encodeScreenPop(popOf({ callReference: 'ELSEWHERE' }), 'post'), poppedAt: POPPED }
];

test.each<[which: string, queue: CallQueue]>([
    ['no call', EMPTY_QUEUE],
    ['a doubted call', removeCall(BOTH, 'REAL')],
    ['a call that the org knows', withOpenCalls(EMPTY_QUEUE, OPEN_IN_THE_ORG)],
    ['such a call after a reload', fromJournal(toJournal(withOpenCalls(EMPTY_QUEUE, OPEN_IN_THE_ORG)))]
])('an agent with %s alone is on none', (_name, queue) => {
    expect(isOnCall(queue, {})).toBe(false);
});

const shown = ({ calls, current }: CallQueue): unknown => [
    current,
    calls.map(({ reference, isDoubted }) => (isDoubted ? `${reference}?` : reference))
];

test('a doubted call stands below the one that is shown, and so does a second and the same once more', () => {
    expect(shown(BOTH)).toEqual(['REAL', ['REAL', 'DOUBTED?']]);
    const again = addCall(BOTH, popOf({ callReference: 'DOUBTED' }), POPPED + MINUTE, {});
    expect(again).toBe(BOTH);
    const second = addCall(BOTH, popOf({ callReference: 'SECOND' }), POPPED + MINUTE, {});
    expect(shown(second)).toEqual(['REAL', ['REAL', 'DOUBTED?', 'SECOND?']]);
});

test('a reload forgets no doubt', () => {
    expect(shown(fromJournal(toJournal(BOTH)))).toEqual(['REAL', ['REAL', 'DOUBTED?']]);
});

test('a doubted call that is left alone is shown, and still doubted', () => {
    expect(shown(removeCall(BOTH, 'REAL'))).toEqual(['DOUBTED', ['DOUBTED?']]);
});

test.each<[when: string, events: readonly CallEvent[], isOver: boolean, expected: unknown]>([
    ['the agent is on the other', [lookedUp], false, ['REAL', ['REAL', 'DOUBTED?']]],
    ['the other ended before it came', [lookedUp, reported(61)], false, ['DOUBTED', ['REAL', 'DOUBTED']]],
    ['the other went on meanwhile', [lookedUp, reported(63)], false, ['REAL', ['REAL', 'DOUBTED?']]],
    ['ConVox does not say when the other ended', [lookedUp, reported()], false, ['REAL', ['REAL', 'DOUBTED?']]],
    ['nothing is left to do on the other', [lookedUp, reported(63)], true, ['REAL', ['REAL', 'DOUBTED?']]],
    ['nobody is certain of the other', [lookedUp, closing, answered(UNANSWERED)], false, ['REAL', ['REAL', 'DOUBTED?']]]
])('of a doubted call, when %s', (_name, events, isOver, expected) => {
    const states: CallStates = { REAL: stateAfter(...events), DOUBTED: stateAfter(lookedUp) };
    expect(shown(clearDoubts(changeCall(BOTH, 'REAL', { isOver }), states))).toEqual(expected);
});

test('without a doubted call nothing changes', () => {
    expect(clearDoubts(ON_CALL, { REAL: stateAfter(lookedUp, reported(1)) })).toBe(ON_CALL);
});
