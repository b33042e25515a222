import type { CommandResult } from 'c/convoxCommand';
import {
    arrivedCall,
    closeCommand,
    followUpFields,
    mayKeep,
    nextCall,
    noteFields,
    phaseOf,
    rowChange
} from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { ScreenPop } from 'c/convoxContract';
import { readError } from 'c/convoxErrors';
import { ASHA, KABIR, LEELA, lookupOf, MEERA, pastCallWith, POLICY, popOf } from './sampleLookup';

const POPPED = Date.UTC(2026, 0, 5, 4, 30);
const LATER = POPPED + 90_000;
const CALL_ID = 'a01000000000001AAA';

function resultOf(values: Partial<CommandResult>): CommandResult {
    return {
        state: 'accepted',
        type: 'Close',
        commandId: 'a02000000000001AAA',
        failure: '',
        advice: 'accepted',
        code: '',
        reply: '',
        error: '',
        ...values
    };
}

function after(events: readonly CallEvent[], pop: Partial<ScreenPop> = {}): CallState {
    return events.reduce(nextCall, arrivedCall(popOf(pop), POPPED));
}

function lookedUp(lookup: Partial<CallerLookup>, pop: Partial<ScreenPop> = {}): CallState {
    return after([{ type: 'lookedUp', lookup: lookupOf(lookup) }], pop);
}

const existingCall = {
    lastModifiedDate: '2026-01-05T04:30:00.000Z',
    id: CALL_ID,
    disposition: '',
    hasStatus: false,
    hasPop: false,
    isKept: false,
    customerId: '',
    draft: undefined
};

describe('who is calling', () => {
    test.each([
        ['nobody with the number', [], {}, { kind: 'unknown' }],
        ['one contact', [MEERA], {}, { kind: 'known', match: { customer: MEERA } }],
        ['two contacts', [MEERA, KABIR], {}, { kind: 'several' }],
        ['a contact and a lead', [LEELA, MEERA], {}, { kind: 'known', match: { customer: MEERA } }],
        ['a policy', [POLICY], {}, { kind: 'known', match: { customer: POLICY } }],
        ['a contact and a policy', [POLICY, MEERA], {}, { kind: 'known', match: { customer: MEERA } }],
        ['two policies', [POLICY, { ...POLICY, id: 'a0P2' }], {}, { kind: 'several' }],
        ['a number that is withheld', [], { callerNumber: 'anonymous' }, { kind: 'withheld' }],
        ['no number at all', [], { callerNumber: '' }, { kind: 'withheld' }],
        ['a short code', [], { callerNumber: '1909' }, { kind: 'unknown' }]
    ])('%s', (_name, customers, pop, caller) => {
        expect(lookedUp({ customers }, pop).caller).toMatchObject(caller);
    });

    test('several records are offered with the last choice first, but not taken unasked', () => {
        const state = lookedUp({ customers: [MEERA, KABIR], recentCalls: [pastCallWith(KABIR.id)] });
        expect(state.caller.kind).toBe('several');
        expect(state.matches.map(({ customer, isLastChoice }) => [customer.name, isLastChoice])).toEqual([
            ['Kabir Iyer', true],
            ['Meera Iyer', false]
        ]);
    });

    test('a lead that lost to a contact can still be chosen', () => {
        const state = lookedUp({ customers: [LEELA, MEERA] });
        const chosen = nextCall(state, { type: 'chosen', customerId: LEELA.id });
        expect(chosen.caller).toMatchObject({ kind: 'known', match: { customer: LEELA } });
    });

    test('a record that was not offered cannot be chosen', () => {
        const state = lookedUp({ customers: [MEERA, KABIR] });
        expect(nextCall(state, { type: 'chosen', customerId: LEELA.id })).toBe(state);
    });

    test('a policy that was taken for the caller is, and comes first the next time', () => {
        const customers = [MEERA, KABIR, POLICY];
        const linked = lookedUp({ customers, existingCall: { ...existingCall, customerId: POLICY.id } });
        expect(linked.caller).toMatchObject({ kind: 'known', match: { customer: POLICY } });
        const next = lookedUp({ customers, recentCalls: [pastCallWith(POLICY.id)] });
        expect(next.matches[0]).toMatchObject({ customer: POLICY, isLastChoice: true });
    });

    test('a policy that was taken and is not to be seen any more keeps nobody else from being found', () => {
        const state = lookedUp({ customers: [MEERA], existingCall: { ...existingCall, customerId: POLICY.id } });
        expect(state.caller).toMatchObject({ kind: 'known', match: { customer: MEERA } });
    });

    test('a row that is linked already has decided who calls', () => {
        const state = lookedUp({ customers: [MEERA, KABIR], existingCall: { ...existingCall, customerId: KABIR.id } });
        expect(state.caller).toMatchObject({ kind: 'known', match: { customer: KABIR } });
        expect(state.callId).toBe(CALL_ID);
    });

    test.each([
        ['a caller nobody knows', [], {}],
        ['a caller who hides the number', [], { callerNumber: 'anonymous' }],
        ['a caller with a record of the same number', [MEERA], {}]
    ])('the record that the agent linked %s to is the caller', (_name, customers, pop) => {
        const row = { ...existingCall, customerId: LEELA.id, customer: LEELA };
        expect(lookedUp({ customers, existingCall: row }, pop).caller).toMatchObject({
            kind: 'known',
            match: { customer: LEELA, reason: undefined }
        });
    });

    test('a second answer does not disturb a call that is known', () => {
        const state = lookedUp({ customers: [MEERA] });
        expect(nextCall(state, { type: 'lookedUp', lookup: lookupOf() })).toBe(state);
    });
});

describe('whose call it is', () => {
    test.each([
        ['the same code', 'AG_ASHA', [ASHA], { kind: 'mine', agent: ASHA }],
        ['the same code in another case', 'ag_asha', [ASHA], { kind: 'mine', agent: ASHA }],
        ["another agent's code", 'AG_RAVI', [ASHA], { kind: 'otherAgent', agentCode: 'AG_ASHA' }],
        ['one of several codes', 'AG_2', [ASHA, { ...ASHA, agentCode: 'AG_2' }], { kind: 'mine' }],
        ['a user who is no agent', 'AG_ASHA', [], { kind: 'noAgent' }]
    ])('%s', (_name, agentCode, agents, owner) => {
        expect(lookedUp({ agents }, { agentCode }).owner).toMatchObject(owner);
    });
});

describe('phases', () => {
    const found: CallEvent = { type: 'lookedUp', lookup: lookupOf({ customers: [MEERA] }) };
    const accepted: CallEvent = { type: 'answered', result: resultOf({}), at: LATER };
    const unknown: CallEvent = { type: 'answered', result: resultOf({ state: 'unknown' }), at: LATER };
    const written: CallEvent = { type: 'drafted', draft: { notes: 'x' }, at: LATER };
    const outcome = { disposition: 'SALE', disposition2: '', disposition3: '', notes: '' };
    const closing: CallEvent = { type: 'closing', outcome };
    const keeping: CallEvent = { type: 'keeping', outcome, at: LATER };
    const saved: CallEvent = { type: 'saved', callId: CALL_ID, isSaved: true };
    const failed: CallEvent = { type: 'failed', operation: 'lookUp', report: readError('no') };
    const refused: CallEvent = { type: 'answered', result: resultOf({ state: 'refused' }), at: LATER };
    const reported: CallEvent = { type: 'reported', disposition: 'SALE', seconds: undefined, at: LATER };
    const reportedBare: CallEvent = { type: 'reported', disposition: '', seconds: undefined, at: LATER };
    const disposedBefore: CallEvent = {
        type: 'lookedUp',
        lookup: lookupOf({ existingCall: { ...existingCall, disposition: 'SALE', hasStatus: true } })
    };

    test.each<[string, CallEvent[], string]>([
        ['a pop', [], 'lookingUp'],
        ['the answer', [found], 'open'],
        ['the press to end the call', [found, closing], 'closing'],
        ['a refusal', [found, closing, refused], 'open'],
        ['an acceptance', [found, closing, accepted], 'disposed'],
        ['acceptance and status', [found, closing, accepted, reported], 'over'],
        ['a status with a disposition, before the agent chose one', [found, reported], 'over'],
        ['a status without a disposition', [found, reportedBare], 'open'],
        ['a status with a disposition while the agent writes', [found, written, reported], 'unsaved'],
        ['the same, once it is being kept', [found, written, reported, keeping], 'unsaved'],
        ['the same, once it is kept', [found, written, reported, keeping, saved], 'over'],
        ['what is kept of a call that nobody reported', [found, written, keeping, saved], 'over'],
        ['a save while there is more to save', [found, written, keeping, { ...saved, isSaved: false }], 'open'],
        ['the report of what was sent and not answered', [found, closing, unknown, reported], 'over'],
        ['the report of something else', [found, closing, unknown, { ...reported, disposition: 'AUTO' }], 'unsaved'],
        ['an answer that takes long', [{ type: 'waitedLong' }], 'open'],
        ['an answer that failed', [failed], 'open'],
        ['a failed answer and then one', [failed, found], 'open'],
        ['a look once more', [found, { type: 'lookingAgain' }], 'open'],
        ['a status before the acceptance', [found, closing, reportedBare, accepted], 'over'],
        ['the pop of a call that was disposed before', [disposedBefore], 'over']
    ])('%s', (_name, events, phase) => {
        expect(phaseOf(after(events))).toBe(phase);
    });

    test("another agent's call is not mine", () => {
        expect(phaseOf(lookedUp({}, { agentCode: 'AG_RAVI' }))).toBe('notMine');
    });

    test('a close without an answer is settled by the disposition that ConVox reports, and by nothing less', () => {
        expect(after([found, unknown, reportedBare]).closeResult).toMatchObject({ state: 'unknown' });
        expect(after([found, unknown, reported])).toMatchObject({ isDisposed: true, closeResult: undefined });
        expect(after([found, accepted, reported]).closeResult).toMatchObject({ state: 'accepted' });
    });

    test('a close without an answer is still uncertain after a reload, unless the record knows better', () => {
        const reloaded = arrivedCall(popOf(), 0, { isUncertain: true });
        expect(reloaded.closeResult).toMatchObject({ state: 'unknown', type: 'Close' });
        expect(phaseOf(nextCall(reloaded, found))).toBe('open');
        expect(nextCall(reloaded, found).closeResult).toMatchObject({ state: 'unknown' });
        expect(nextCall(reloaded, disposedBefore).closeResult).toBeUndefined();
        expect(arrivedCall(popOf(), 0).closeResult).toBeUndefined();
    });

    test('the clock of a call that ConVox ended shows the talk time, however late the report', () => {
        const late: CallEvent = { type: 'reported', disposition: 'AUTO', seconds: 7, at: LATER };
        expect(after([found, late]).endedAt).toBe(after([found]).poppedAt + 7000);
        expect(after([found, reported]).endedAt).toBe(LATER);
    });

    test('the clock stops when ConVox accepted the end, not when it refused it', () => {
        expect(after([found, refused]).endedAt).toBeUndefined();
        expect(after([found, accepted, { ...reported, at: LATER + 5000 }]).endedAt).toBe(LATER);
    });
});

test('a failure is shown until it is solved, whatever else goes well', () => {
    const failed = after([
        { type: 'failed', operation: 'save', report: readError('no row') },
        { type: 'failed', operation: 'lookUp', report: readError('no answer') }
    ]);
    const found = nextCall(failed, { type: 'lookedUp', lookup: lookupOf() });
    expect([failed.troubles.lookUp?.lines, found.troubles.lookUp]).toEqual([['no answer'], undefined]);
    const accepted = nextCall(found, { type: 'answered', result: resultOf({}), at: LATER });
    expect(accepted.troubles.save?.lines).toEqual(['no row']);
    const saved = nextCall(accepted, { type: 'saved', callId: CALL_ID, isSaved: true });
    expect(saved).toMatchObject({ callId: CALL_ID, troubles: {} });
    expect(saved.troubles.save).toBeUndefined();
});

test('what was entered at another computer comes back with the row, and so does a close without an answer', () => {
    const draft = { draft: {}, draftAt: LATER, closeAttempts: 1, isUncertain: true };
    expect(lookedUp({ existingCall: { ...existingCall, draft } })).toMatchObject({
        hasWords: true,
        closeResult: { state: 'unknown' }
    });
    expect(lookedUp({ existingCall: { ...existingCall, draft: { ...draft, draftAt: 0 } } }).hasWords).toBe(false);
});

test.each(['unknown', 'refused'] as const)(
    'an answer that says "%s" behind the report of the end unsettles nothing',
    (state) => {
        const outcome = { disposition: 'SALE', disposition2: '', disposition3: '', notes: '' };
        const call = after([
            { type: 'lookedUp', lookup: lookupOf() },
            { type: 'closing', outcome },
            { type: 'reported', disposition: 'SALE', seconds: undefined, at: LATER },
            { type: 'answered', result: resultOf({ state }), at: LATER }
        ]);
        expect(call).toMatchObject({ closeResult: undefined, hasWords: false });
        expect(phaseOf(call)).toBe('over');
    }
);

describe('what may be kept without telling ConVox', () => {
    const found: CallEvent = { type: 'lookedUp', lookup: lookupOf() };
    const answered = (values: Partial<CommandResult>): CallEvent => ({
        type: 'answered',
        result: resultOf(values),
        at: LATER
    });
    test.each<[string, CallEvent[], boolean, boolean]>([
        ['the newest call', [found], true, false],
        ['a call behind a newer one', [found], false, true],
        [
            'a call that ConVox does not know',
            [found, answered({ state: 'refused', advice: 'nothingToClose' })],
            true,
            true
        ],
        [
            'a disposition that ConVox does not know',
            [found, answered({ state: 'refused', advice: 'dispositionUnknown' })],
            true,
            false
        ],
        ['a close that nobody is certain of', [found, answered({ state: 'unknown', advice: 'noAnswer' })], true, true],
        ['a close that ConVox accepted', [found, answered({})], true, false],
        ['a call that is still looked up', [], false, false],
        ['a call of nobody knows whom', [{ type: 'waitedLong' }], false, false]
    ])('%s', (_name, events, isNewest, expected) => {
        expect(mayKeep(after(events), isNewest)).toBe(expected);
    });
});

describe('what an event puts on the row', () => {
    const outcome = {
        disposition: 'SALE',
        disposition2: '',
        disposition3: '',
        notes: 'Wants a demo',
        followUp: { date: '2026-01-06', hours: '10', minutes: '30' }
    };
    const noted = { Notes__c: 'Wants a demo', Agent_Disposition__c: 'SALE' };
    const promised = { Follow_Up_At__c: '2026-01-06T05:00:00.000Z', Follow_Up_Day__c: '2026-01-06' };
    const noDraft = { Draft__c: null, Draft_Saved_At__c: null };
    const kept = { ...noted, ...promised, ...noDraft, Kept_At__c: new Date(LATER).toISOString() };
    const found: CallEvent = { type: 'lookedUp', lookup: lookupOf() };
    const closing: CallEvent = { type: 'closing', outcome };
    const keeping: CallEvent = { type: 'keeping', outcome, at: LATER };
    const reported: CallEvent = { type: 'reported', disposition: 'SALE', seconds: undefined, at: LATER };
    const autoWrap: CallEvent = { ...reported, disposition: 'AUTO' };
    const answered = (state: CommandResult['state']): CallEvent => ({
        type: 'answered',
        result: resultOf({ state }),
        at: LATER
    });
    test.each<[string, CallEvent[], object]>([
        ['the press to end the call', [found, closing], noted],
        ['an acceptance', [found, closing, answered('accepted')], { ...promised, ...noDraft }],
        ['a refusal', [found, closing, answered('refused')], {}],
        ['no answer', [found, closing, answered('unknown')], {}],
        ['a report of what was sent', [found, closing, answered('unknown'), reported], { ...promised, ...noDraft }],
        ['a report of something else', [found, closing, answered('unknown'), autoWrap], {}],
        ['a report after the acceptance', [found, closing, answered('accepted'), reported], {}],
        ['keeping a call that nobody reported', [found, keeping], kept],
        [
            'keeping a call that ConVox ended',
            [found, { type: 'drafted', draft: { notes: 'x' }, at: LATER }, autoWrap, keeping],
            kept
        ],
        ['a save', [found, closing, { type: 'saved', callId: CALL_ID, isSaved: true }], {}]
    ])('%s', (_name, events, expected) => {
        const [last = found] = events.slice(-1);
        const before = after(events.slice(0, -1));
        expect(rowChange(before, last, nextCall(before, last))).toEqual(expected);
    });
});

describe('the end of a call', () => {
    const outcome = { disposition: 'SALE', disposition2: 'NEW', disposition3: '', notes: 'Wants a demo' };
    const followUp = { date: '2026-01-06', hours: '10', minutes: '30' };
    const open = nextCall(lookedUp({ customers: [MEERA] }, { callerNumber: '+91 98765 43201' }), {
        type: 'saved',
        callId: CALL_ID,
        isSaved: true
    });

    test('names agent, call, disposition and the ten digits of the number', () => {
        expect(closeCommand(open, outcome, 2)).toEqual({
            type: 'Close',
            close: { agentCode: 'AG_ASHA', convoxId: 'CX-77', disposition: 'SALE', mobileNumber: '9876543201' },
            callReference: 'REF-1',
            attempt: 2,
            callId: CALL_ID,
            server: ASHA
        });
    });

    test('carries a follow-up as the server clock reads it, and the row keeps the instant', () => {
        expect(closeCommand(open, { ...outcome, followUp }, 1).close.followUp).toEqual(followUp);
        expect(followUpFields(open, { ...outcome, followUp })).toEqual({
            Follow_Up_At__c: '2026-01-06T05:00:00.000Z',
            Follow_Up_Day__c: '2026-01-06'
        });
        expect(followUpFields(open, outcome)).toEqual({});
    });

    test('works without a row, without a server and without a number', () => {
        const bare = lookedUp({ agents: [{ ...ASHA, serverId: '' }] }, { callerNumber: 'anonymous' });
        const command = closeCommand(bare, outcome, 1);
        expect(command).toMatchObject({ callId: '', server: { serverId: '' } });
        expect(command.close.mobileNumber).toBe('');
    });

    test('keeps what the agent wrote and leaves out what is blank', () => {
        expect(noteFields(outcome)).toEqual({
            Notes__c: 'Wants a demo',
            Agent_Disposition__c: 'SALE',
            Disposition_2__c: 'NEW'
        });
    });
});

test.each([
    ['join', 'Mine', ['Theirs'], 'Mine\nTheirs'],
    ['go on a line that was read half written', 'Wants\nMine', ['Wants a quote'], 'Mine\nWants a quote'],
    ['begin the notes', '', ['Theirs'], 'Theirs']
])('lines of others %s', (_name, own, lines, expected) => {
    const disputed = after([
        { type: 'drafted', draft: { notes: own }, at: LATER },
        { type: 'disputed', lines }
    ]);
    const settled = nextCall(disputed, { type: 'settled', isAdding: true });
    expect([settled.draft, settled.othersLines]).toEqual([{ notes: expected }, []]);
});
