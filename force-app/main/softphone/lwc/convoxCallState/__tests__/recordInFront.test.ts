import { arrivedCall, nextCall, recordToKeep, recordToShow } from 'c/convoxCallState';
import type { CallEvent, CallList, CallState } from 'c/convoxCallState';
import { readError } from 'c/convoxErrors';
import { KABIR, lookupOf, MEERA, popOf } from './sampleLookup';

const LIST = { id: '', object: 'ConVox_Call__c' };
const CALL = { id: 'a01000000000001AAA', object: 'ConVox_Call__c' };
const known: CallEvent = { type: 'lookedUp', lookup: lookupOf({ customers: [MEERA] }) };
const unknown: CallEvent = { type: 'lookedUp', lookup: lookupOf() };
const several: CallEvent = { type: 'lookedUp', lookup: lookupOf({ customers: [MEERA, KABIR] }) };
const notMine: CallEvent = { type: 'lookedUp', lookup: lookupOf({ agents: [], customers: [MEERA] }) };
const saved: CallEvent = { type: 'saved', callId: CALL.id, isSaved: true };
const late: CallEvent = { type: 'waitedLong' };
const report = readError(new TypeError('no network'));
const unanswered: CallEvent = { type: 'failed', operation: 'lookUp', report };
const unsaved: CallEvent = { type: 'failed', operation: 'save', report };
const again: CallEvent = { type: 'lookingAgain' };
const linked: CallEvent = { type: 'lookedUp', lookup: lookupOf({ customers: [KABIR] }) };
const anew: CallEvent = { type: 'choosing' };
const chosen: CallEvent = { type: 'chosen', customerId: KABIR.id };
const drafted: CallEvent = { type: 'drafted', draft: { notes: 'x' }, at: 1 };

const callAfter = (events: readonly CallEvent[], remembered = {}, callReference = 'ONE'): CallState =>
    events.reduce(nextCall, arrivedCall(popOf({ callReference }), 0, remembered));

const listOf = (current: string, ...calls: CallState[]): CallList => ({ calls, current });

test.each<[what: string, before: CallEvent[], event: CallEvent, shown: object | undefined]>([
    ['a caller who is known', [], known, MEERA],
    ['the row of a caller who is known', [known], saved, undefined],
    ['a caller nobody knows, before there is a row', [], unknown, undefined],
    ['the row of a caller nobody knows', [unknown], saved, CALL],
    ['the row of a caller who may be one of several', [several], saved, CALL],
    ['the customer whom the agent chose', [several, saved], chosen, KABIR],
    ['a customer who is to be chosen anew', [several, saved, chosen], anew, undefined],
    ['the same customer, chosen anew', [several, saved, chosen, anew], chosen, KABIR],
    ['an answer that is late', [], late, LIST],
    ['an answer that does not come', [], unanswered, LIST],
    ['an answer that is late and then does not come', [late], unanswered, undefined],
    ['a call that cannot be saved, of a caller nobody knows', [unknown], unsaved, LIST],
    ['the row of a call that could not be saved', [unknown, unsaved], saved, CALL],
    ['a call that cannot be saved, of a caller who is known', [known], unsaved, undefined],
    ['a late answer', [late], known, MEERA],
    ['another look at who is calling', [unknown, saved], again, undefined],
    ['a look that found nobody again', [unknown, saved, again], unknown, undefined],
    ['a look that found somebody', [unknown, saved, again], known, MEERA],
    ['another look at a known caller', [known, saved], again, undefined],
    ['another record of the call, which was linked', [known, saved, again], linked, KABIR],
    ["another agent's call", [], notMine, undefined],
    ['a word that was entered', [known], drafted, undefined]
])('what comes to the front with %s', (_name, before, event, shown) => {
    const list = listOf('ONE', callAfter(before));
    expect(recordToShow(list, listOf('ONE', callAfter([...before, event])))).toEqual(shown);
});

test('a record that is linked after a reload comes to the front like any other', () => {
    const events = [known, saved, again];
    const before = listOf('ONE', callAfter(events, { isRestored: true }));
    const after = listOf('ONE', callAfter([...events, linked], { isRestored: true }));
    expect(recordToShow(before, after)).toEqual(KABIR);
    expect(recordToKeep(before, after)).toBeUndefined();
});

const PRIYA = callAfter([known, saved]);
const NOBODY = callAfter([unknown, saved], {}, 'TWO');
const LATE = callAfter([late], {}, 'TWO');

test.each<[what: string, before: CallList, after: CallList, shown: object | undefined]>([
    ['turning to a call', listOf('TWO', NOBODY, PRIYA), listOf('ONE', NOBODY, PRIYA), MEERA],
    ['turning to a call whose caller nobody knows', listOf('ONE', NOBODY, PRIYA), listOf('TWO', NOBODY, PRIYA), CALL],
    ['the end of the shown call', listOf('TWO', NOBODY, PRIYA), listOf('ONE', PRIYA), MEERA],
    ['the end of another call', listOf('ONE', NOBODY, PRIYA), listOf('ONE', PRIYA), undefined],
    ['the end of the last call', listOf('ONE', PRIYA), listOf(''), undefined],
    [
        'a customer of a call that is not shown',
        listOf('TWO', NOBODY, callAfter([])),
        listOf('TWO', NOBODY, PRIYA),
        undefined
    ],
    [
        'a call that a reload brought back',
        listOf('ONE', callAfter([], { isRestored: true })),
        listOf('ONE', callAfter([late], { isRestored: true })),
        undefined
    ],
    ['turning to a call whose answer is late', listOf('ONE', PRIYA), listOf('TWO', PRIYA, LATE), LIST],
    [
        'a call that a reload brought back, looked up',
        listOf('ONE', callAfter([], { isRestored: true })),
        listOf('ONE', callAfter([known], { isRestored: true })),
        undefined
    ]
])('what %s brings to the front', (_name, before, after, shown) => {
    expect(recordToShow(before, after)).toEqual(shown);
});

test.each<[what: string, remembered: object, events: CallEvent[], event: CallEvent, kept: object | undefined]>([
    ['came back', { isRestored: true }, [], known, MEERA],
    ['came back and was looked up late', { isRestored: true }, [late], known, MEERA],
    ['came back and was looked up before', { isRestored: true }, [known], saved, undefined],
    ['came back and is not known yet', { isRestored: true }, [], late, undefined],
    ['only the org knew', { isRestored: true, isFound: true }, [], known, MEERA],
    ['has just come', {}, [], known, undefined]
])('what stays in front of a call that %s', (_name, remembered, events, event, kept) => {
    const before = listOf('ONE', callAfter(events, remembered));
    expect(recordToKeep(before, listOf('ONE', callAfter([...events, event], remembered)))).toEqual(kept);
});
