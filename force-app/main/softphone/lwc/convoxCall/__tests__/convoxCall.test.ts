import { createElement } from 'lwc';
import { createMessageContext, MessageContext, publish } from 'lightning/messageService';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import ConvoxCall from 'c/convoxCall';
import type { CommandResult } from 'c/convoxCommand';
import { arrivedCall, nextCall, recordToShow } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { ScreenPop } from 'c/convoxContract';
import { KABIR, lookupOf, MEERA, popOf } from '../../convoxCallState/__tests__/sampleLookup';

const CALL_ID = 'a01000000000001AAA';
const ROW = {
    id: CALL_ID,
    apiName: 'ConVox_Call__c',
    fields: {},
    lastModifiedById: null,
    lastModifiedDate: null,
    systemModstamp: null,
    recordTypeId: null
};

const EXISTING = {
    id: CALL_ID,
    lastModifiedDate: '2026-01-05T04:30:00.000Z',
    disposition: '',
    hasStatus: false,
    hasPop: true,
    isKept: false,
    customerId: '',
    draft: undefined
};

const ACCEPTED: CommandResult = {
    state: 'accepted',
    type: 'Close',
    commandId: 'a02000000000001AAA',
    failure: '',
    advice: 'accepted',
    code: '',
    reply: '',
    error: ''
};

interface Shown {
    readonly element: HTMLElement;
    readonly told: CallState[];
    readonly opened: unknown[];
}

function isEmitting(adapter: unknown): adapter is { emit(value: unknown): void } {
    return typeof adapter === 'function' && 'emit' in adapter;
}

/** The page around it owns the call, as the softphone does. */
function show(remembered = {}, pop: Partial<ScreenPop> = {}): Shown {
    const element = Object.assign(createElement('c-convox-call', { is: ConvoxCall }), { isNewest: true });
    const told: CallState[] = [];
    const opened: unknown[] = [];
    let call = arrivedCall(popOf(pop), Date.now(), remembered);
    Object.assign(element, { call });
    element.addEventListener('callevent', (event) => {
        const before = { calls: [call], current: 'REF-1' };
        call = event instanceof CustomEvent ? nextCall(call, event.detail) : call;
        told.push(call);
        opened.push(...[recordToShow(before, { calls: [call], current: 'REF-1' }) ?? []].flat());
        Object.assign(element, { call });
    });
    document.body.appendChild(element);
    const context: unknown = MessageContext;
    if (isEmitting(context)) {
        context.emit(createMessageContext() ?? {});
    }
    return { element, told, opened };
}

function child(element: HTMLElement, tag: string): Element | null | undefined {
    return element.shadowRoot?.querySelector(tag);
}

/** What is loaded later has no tag of its own in tests. */
const ACTIONS = '[data-id="actions-place"]';
const REPORT = '[data-id="report-place"]';

async function fire(element: HTMLElement, tag: string, type: string, detail?: unknown): Promise<void> {
    child(element, tag)?.dispatchEvent(new CustomEvent(type, { detail }));
    await new Promise((resolve) => setTimeout(resolve));
}

function found(element: HTMLElement, lookup: Partial<CallerLookup>): Promise<void> {
    return fire(element, 'c-convox-caller-lookup', 'found', lookupOf(lookup));
}

function drafted(draft: object): CallEvent {
    return { type: 'drafted', draft, at: Date.now() };
}

function changes(): unknown[] {
    return jest.mocked(publish).mock.calls.map(([, , message]) => message);
}

beforeEach(() => {
    jest.mocked(createRecord).mockReset().mockResolvedValue(ROW);
    jest.mocked(updateRecord).mockReset().mockResolvedValue(ROW);
    jest.mocked(publish).mockClear();
});

afterEach(() => {
    document.body.replaceChildren();
});

test('says that it looks the caller up', async () => {
    const { element } = show();
    expect(child(element, '[data-id="looking-up"]')?.textContent).toContain('c.ConVox_Call_Looking_Up_Number');
    await expect(element).toBeAccessible();
});

test('a known caller: the record opens, the row is kept and other pages are told', async () => {
    const { element, opened, told } = show();
    await found(element, { customers: [MEERA] });
    expect(opened).toEqual([MEERA]);
    expect(createRecord).toHaveBeenCalledTimes(1);
    expect(told.at(-1)).toMatchObject({ callId: CALL_ID, caller: { kind: 'known' } });
    expect(changes()).toEqual([{ callReference: 'REF-1', recordId: CALL_ID, change: 'saved' }]);
    expect(child(element, REPORT)).toMatchObject({ call: { callId: CALL_ID }, isStatusExpected: false });
    await expect(element).toBeAccessible();
});

test('after a reload the record is not opened again', async () => {
    const { element, opened } = show({ isRestored: true });
    await found(element, { customers: [MEERA] });
    expect(opened).toEqual([]);
});

test("another agent's call writes nothing and opens nothing", async () => {
    const { element, opened, told } = show({}, { agentCode: 'AG_RAVI' });
    await found(element, { customers: [MEERA] });
    expect(told.at(-1)?.owner).toEqual({ kind: 'otherAgent', agentCode: 'AG_ASHA' });
    expect([opened.length, jest.mocked(createRecord).mock.calls.length]).toEqual([0, 0]);
    expect(child(element, 'c-convox-call-card')).toBeNull();
});

const OWN = { id: CALL_ID, object: 'ConVox_Call__c' };

test('of several records none opens but the call until the agent chose, and the choice is kept on the call', async () => {
    const { element, opened } = show();
    await found(element, { customers: [MEERA, KABIR] });
    expect(opened).toEqual([OWN]);
    await fire(element, ACTIONS, 'choose', { customerId: KABIR.id });
    expect(opened).toEqual([OWN, KABIR]);
    expect(jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields)).toEqual([
        expect.objectContaining({ Id: CALL_ID, Contact__c: KABIR.id, Lead__c: null })
    ]);
    expect(changes()).toContainEqual({ callReference: 'REF-1', recordId: CALL_ID, change: 'linked' });
    expect(child(element, ACTIONS)).toMatchObject({ call: { caller: { kind: 'known' } } });
});

test('the agent may turn from one record to another', async () => {
    const { element } = show();
    await found(element, { customers: [MEERA, { ...KABIR, object: 'Lead' }] });
    await fire(element, 'c-convox-call-card', 'chooseanother');
    expect(child(element, ACTIONS)).toMatchObject({ call: { caller: { kind: 'several' } } });
});

test('a lookup that fails is said and tried again', async () => {
    const { element } = show();
    await fire(element, 'c-convox-caller-lookup', 'failed', [{ message: 'Broken' }]);
    const panel = child(element, 'c-convox-error-panel');
    expect(panel).toMatchObject({ headline: 'c.ConVox_Call_Failed_Look_Up', report: { lines: ['Broken'] } });
    const refresh = jest.fn().mockResolvedValue(undefined);
    Object.assign(child(element, 'c-convox-caller-lookup') ?? {}, { refresh });
    await fire(element, 'c-convox-error-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(child(element, 'c-convox-error-panel')).toBeNull();
});

test('a row that cannot be saved is said, the call can be ended, and saving is tried again', async () => {
    jest.mocked(createRecord).mockRejectedValueOnce({ status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS' }] });
    const { element, told } = show();
    Object.assign(child(element, 'c-convox-caller-lookup') ?? {}, { refresh: async () => undefined });
    await found(element, { customers: [MEERA] });
    expect(child(element, 'c-convox-error-panel')).toMatchObject({ headline: 'c.ConVox_Call_Failed_Save' });
    expect(child(element, 'c-convox-call-ending')).not.toBeNull();
    await fire(element, 'c-convox-error-panel', 'retry');
    expect(told.at(-1)).toMatchObject({ callId: CALL_ID });
    expect(child(element, 'c-convox-error-panel')).toBeNull();
});

test('an answer that takes long leaves the number and the form to the agent, with the list of calls in front', async () => {
    const { element, opened } = show();
    await fire(element, 'c-convox-caller-lookup', 'slow');
    expect(child(element, 'c-convox-call-card')).not.toBeNull();
    expect(child(element, 'c-convox-call-ending')).not.toBeNull();
    await found(element, { customers: [MEERA] });
    expect(opened).toEqual([{ id: '', object: 'ConVox_Call__c' }, MEERA]);
});

const saves = (): unknown[] => jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields);

test('what is entered is saved on the row when the agent leaves the field', async () => {
    const { element } = show();
    await found(element, {});
    await fire(element, 'c-convox-call-ending', 'callevent', drafted({ notes: 'Wants a demo', disposition: 'SALE' }));
    expect(saves()).toEqual([]);
    await fire(element, 'c-convox-call-ending', 'focusout');
    expect(saves()).toEqual([
        {
            Id: CALL_ID,
            Notes__c: 'Wants a demo',
            Draft__c: JSON.stringify({ disposition: 'SALE', closeAttempts: 0, isUncertain: false }),
            Draft_Saved_At__c: expect.any(String)
        }
    ]);
});

const draftAt = Date.UTC(2026, 0, 5, 4, 30);
test.each([
    ['is saved over its own beginning', 'Mi', -1, {}, ['Mine']],
    ['waits when something else is there, older', 'Theirs', -1, {}, []],
    ['waits when something else is there, newer', 'Theirs', 1, {}, []],
    ['is left when the row holds it and more', 'Mine\nTheirs', 1, {}, []],
    ['is left when ConVox has ended the call', 'Theirs', -1, { disposition: 'SALE' }, []]
])('what was entered just before the page went %s', async (_name, notes, later, existing, expected) => {
    const { element } = show({ draft: { notes: 'Mine' }, draftAt });
    const draft = { draft: { notes }, draftAt: draftAt + later, closeAttempts: 0, isUncertain: false };
    await found(element, { existingCall: { ...EXISTING, ...existing, draft } });
    expect(saves().map((fields) => Reflect.get(Object(fields), 'Notes__c'))).toEqual(expected);
});

test.each([
    ['newer', draftAt + 1, 'Mine\nTheirs'],
    ['older', draftAt - 1, 'Mine']
])('what was entered at another computer comes back when it is %s', async (_name, savedAt, expected) => {
    const { element, told } = show({ draft: { notes: 'Mine' }, draftAt });
    const draft = { draft: { notes: 'Mine\nTheirs' }, draftAt: savedAt, closeAttempts: 2, isUncertain: false };
    await found(element, {
        existingCall: { ...EXISTING, draft }
    });
    expect(told.at(-1)?.draft).toEqual({ notes: expected });
});

const OUTDATED = { status: 412, body: [{ errorCode: 'ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE' }] };
const LATER = '2026-01-05T04:30:07.000Z';

/** An agent writes `Mine` here while the row holds a draft from elsewhere. */
async function disputed(theirs: object, mine: object = { notes: 'Mine' }): Promise<Shown> {
    const shown = show();
    await found(shown.element, {});
    const draft = { draft: theirs, draftAt, closeAttempts: 0, isUncertain: false };
    const existingCall = { ...EXISTING, lastModifiedDate: LATER, draft };
    const refresh = async (): Promise<CallerLookup> => lookupOf({ existingCall });
    Object.assign(child(shown.element, 'c-convox-caller-lookup') ?? {}, { refresh });
    jest.mocked(updateRecord).mockRejectedValueOnce(OUTDATED);
    await fire(shown.element, 'c-convox-call-ending', 'callevent', drafted(mine));
    await fire(shown.element, 'c-convox-call-ending', 'focusout');
    return shown;
}

const saved = (): unknown[] =>
    jest.mocked(updateRecord).mock.calls.map(([{ fields }, options]) => [fields.Notes__c, options]);

test.each([
    ['nothing', {}],
    ['what was entered here as well', { notes: 'Mine' }]
])('a row that was changed meanwhile and holds %s is saved over, and nobody is asked', async (_name, theirs) => {
    const { told } = await disputed(theirs);
    expect(told.at(-1)).toMatchObject({ othersLines: [], troubles: { save: undefined } });
    expect(saved()).toEqual([
        ['Mine', {}],
        ['Mine', { ifUnmodifiedSince: LATER }]
    ]);
});

test.each([
    ['join them', true, 'Mine\nTheirs\nSALE'],
    ['go', false, 'Mine']
])('words from elsewhere are not overwritten: they wait for the agent, and %s', async (_name, isAdding, expected) => {
    const { element, told } = await disputed({ notes: 'Theirs\nMine', disposition: 'SALE' });
    expect(told.at(-1)).toMatchObject({ othersLines: ['Theirs', 'SALE'], hasWords: true });
    await fire(element, 'c-convox-call-ending', 'focusout');
    expect(saved()).toEqual([['Mine', {}]]);
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'settled', isAdding });
    expect(saved().at(-1)).toEqual([expected, { ifUnmodifiedSince: LATER }]);
    expect(told.at(-1)).toMatchObject({ othersLines: [] });
    expect(told.at(-1)?.draft).toMatchObject({ notes: expected });
});

test('ConVox is told while words from elsewhere wait, the call stays until the agent has decided, and all is saved', async () => {
    const { element, told } = await disputed({ notes: 'Theirs' });
    const outcome = { disposition: 'SALE', disposition2: '', disposition3: '', notes: 'Mine' };
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'closing', outcome });
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'answered', result: ACCEPTED, at: 1 });
    expect(told.at(-1)).toMatchObject({ isDisposed: true, othersLines: ['Theirs'] });
    expect(child(element, '[data-id="done"]')).toBeNull();
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'settled', isAdding: true });
    expect(saves().at(-1)).toMatchObject({
        Notes__c: 'Mine\nTheirs',
        Agent_Disposition__c: 'SALE',
        Draft__c: null,
        Draft_Saved_At__c: null
    });
    expect(child(element, '[data-id="done"]')).not.toBeNull();
});

test('a row that another phone made meanwhile keeps its words', async () => {
    jest.mocked(createRecord).mockRejectedValue({ status: 400 });
    const { element, told } = show();
    const draft = { draft: { notes: 'Theirs' }, draftAt, closeAttempts: 0, isUncertain: false };
    const refresh = async (): Promise<CallerLookup> => lookupOf({ existingCall: { ...EXISTING, draft } });
    Object.assign(child(element, 'c-convox-caller-lookup') ?? {}, { refresh });
    await fire(element, 'c-convox-caller-lookup', 'slow');
    await fire(element, 'c-convox-call-ending', 'callevent', drafted({ notes: 'Mine' }));
    await found(element, {});
    await fire(element, 'c-convox-call-ending', 'focusout');
    expect(told.at(-1)).toMatchObject({ callId: CALL_ID, othersLines: ['Theirs'] });
    expect(saves().map((fields) => 'Notes__c' in Object(fields))).toEqual([false]);
});

test('a call that is kept without ConVox leaves once everything is saved', async () => {
    const { element } = show();
    const done = jest.fn();
    element.addEventListener('done', done);
    await found(element, {});
    const outcome = { disposition: 'SALE', disposition2: '', disposition3: '', notes: 'A ghost' };
    jest.mocked(updateRecord).mockRejectedValueOnce({ status: 403 });
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'keeping', outcome, at: 1 });
    expect(done).not.toHaveBeenCalled();
    expect(child(element, 'c-convox-error-panel')).toMatchObject({ headline: 'c.ConVox_Call_Failed_Notes' });
    await fire(element, 'c-convox-error-panel', 'retry');
    expect(saves().at(-1)).toMatchObject({ Notes__c: 'A ghost', Agent_Disposition__c: 'SALE' });
    expect(done).toHaveBeenCalledTimes(1);
});

test.each([
    ['that comes back leaves, as it was finished elsewhere without ConVox', { isRestored: true }, true, 'Mine', 1],
    ['that comes back stays when something was entered since it was finished', { isRestored: true }, false, '', 0],
    ['that comes back stays when what was entered here was never saved', { isRestored: true }, true, '', 0],
    ['that ConVox pops once more stays, whoever finished it', {}, true, '', 0]
])('a call %s', async (_name, arrival, isKept, notes, leaves) => {
    const { element, told } = show({ draft: { notes: 'Mine' }, draftAt, ...arrival });
    const done = jest.fn();
    element.addEventListener('done', done);
    const before = saves().length;
    const draft = { draft: { notes }, draftAt: 0, closeAttempts: 0, isUncertain: false };
    await found(element, { existingCall: { ...EXISTING, isKept, draft } });
    expect(done).toHaveBeenCalledTimes(leaves);
    expect(told.some(({ owner }) => owner.kind === 'mine')).toBe(leaves === 0);
    expect(saves().length - before).toBe(leaves === 0 ? 1 : 0);
});

const DONE = '[data-id="done"]';
const OUTCOME = { disposition: 'SALE', disposition2: '', disposition3: '', notes: 'Mine' };

async function endsWithUnsavedWords(element: HTMLElement): Promise<void> {
    await found(element, {});
    jest.mocked(updateRecord).mockRejectedValue({ status: 500 });
    await fire(element, 'c-convox-call-ending', 'callevent', drafted(OUTCOME));
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'closing', outcome: OUTCOME });
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'answered', result: ACCEPTED, at: 1 });
}

async function comesBackEndedByConvox(element: HTMLElement): Promise<void> {
    jest.mocked(updateRecord).mockRejectedValue({ status: 500 });
    await found(element, { existingCall: { ...EXISTING, disposition: 'SALE' } });
}

test.each([
    ['ended here, and cannot be saved', {}, endsWithUnsavedWords],
    [
        'from before a reload, and cannot be saved',
        { draft: { notes: 'Mine' }, draftAt, isRestored: true },
        comesBackEndedByConvox
    ]
])(
    'a call with words %s stays on Done, and leaves by a second press that says that they are lost',
    async (_name, remembered, happens) => {
        const { element } = show(remembered);
        const done = jest.fn();
        element.addEventListener('done', done);
        await happens(element);
        const before = saves().length;
        expect(child(element, DONE)).toMatchObject({ label: 'c.ConVox_Call_Done' });
        await fire(element, DONE, 'click');
        expect([saves().length - before, done.mock.calls.length]).toEqual([1, 0]);
        expect(saves().at(-1)).toMatchObject({ Notes__c: 'Mine' });
        expect(child(element, 'c-convox-error-panel')).toMatchObject({ headline: 'c.ConVox_Call_Failed_Notes' });
        expect(child(element, '[data-id="unsaved"]')?.textContent).toBe('c.ConVox_Call_Unsaved');
        expect(child(element, DONE)).toMatchObject({ label: 'c.ConVox_Call_Lose' });
        await expect(element).toBeAccessible();
        await fire(element, DONE, 'click');
        expect(done).toHaveBeenCalledTimes(1);
    }
);

test('what is not saved yet is saved on Done, and then the call leaves', async () => {
    const { element } = show();
    const done = jest.fn();
    element.addEventListener('done', done);
    await endsWithUnsavedWords(element);
    jest.mocked(updateRecord).mockResolvedValue(ROW);
    await fire(element, DONE, 'click');
    expect(saves().at(-1)).toMatchObject({ Notes__c: 'Mine', Agent_Disposition__c: 'SALE' });
    expect(done).toHaveBeenCalledTimes(1);
});

test('a caller who got a record is found by looking again', async () => {
    const { element, opened } = show();
    await found(element, {});
    const refresh = jest.fn(async () => undefined);
    Object.assign(child(element, 'c-convox-caller-lookup') ?? {}, { refresh });
    await fire(element, 'c-convox-call-card', 'lookagain');
    expect(refresh).toHaveBeenCalledTimes(1);
    await found(element, { customers: [MEERA] });
    expect(opened).toEqual([OWN, MEERA]);
});

test('the end and the status are followed until nothing is left to do', async () => {
    const { element, told } = show();
    await found(element, { customers: [MEERA] });
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'answered', result: ACCEPTED, at: 1 });
    expect(child(element, REPORT)).toMatchObject({ isStatusExpected: true });
    await fire(element, REPORT, 'status', { disposition: 'SALE' });
    expect(told.at(-1)).toMatchObject({ isDisposed: true, hasStatus: true });
    expect(changes().slice(1)).toEqual([
        { callReference: 'REF-1', recordId: CALL_ID, change: 'disposed' },
        { callReference: 'REF-1', recordId: CALL_ID, change: 'statusReceived' }
    ]);
    const done = jest.fn();
    element.addEventListener('done', done);
    await fire(element, '[data-id="done"]', 'click');
    expect(done).toHaveBeenCalledTimes(1);
});

test.each([
    [
        'has another disposition',
        'RESOLVED',
        { isDisposed: true, convoxDisposition: 'RESOLVED', hasWords: true },
        undefined
    ],
    ['has this one', 'SALE', { isDisposed: true, convoxDisposition: 'SALE', hasWords: false }, undefined],
    ['is open', '', { isDisposed: false, convoxDisposition: '', hasWords: true }, 'NO']
])('an end that was not sent has the row read: the call %s', async (_name, disposition, expected, said) => {
    const { element, told } = show();
    await found(element, { existingCall: EXISTING });
    const refresh = async (): Promise<CallerLookup> => lookupOf({ existingCall: { ...EXISTING, disposition } });
    Object.assign(child(element, 'c-convox-caller-lookup') ?? {}, { refresh });
    const outcome = { disposition: 'SALE', disposition2: '', disposition3: '', notes: 'Mine' };
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'closing', outcome });
    const result = { ...ACCEPTED, state: 'refused', failure: 'notSent', error: 'NO' };
    await fire(element, 'c-convox-call-ending', 'callevent', { type: 'answered', result, at: 1 });
    expect(told.at(-1)).toMatchObject({ ...expected, isClosing: false });
    expect(told.at(-1)?.closeResult?.error).toBe(said);
});

test('what is entered is told to whoever owns the call', async () => {
    const { element, told } = show();
    await found(element, { customers: [MEERA] });
    await fire(element, 'c-convox-call-ending', 'callevent', drafted({ notes: 'x' }));
    expect(told.at(-1)).toMatchObject({
        draft: { notes: 'x' },
        draftAt: expect.any(Number),
        pop: { callReference: 'REF-1' }
    });
});

test.each([
    ['a contact that was made', 'Contact', { Contact__c: KABIR.id, Lead__c: null }, 'known'],
    ['a case', 'Case', { Case__c: KABIR.id }, 'unknown']
])(
    '%s is linked to the row, other pages are told, and who calls is asked again',
    async (_name, object, fields, kind) => {
        const { element, told } = show();
        await found(element, {});
        const existingCall = { ...EXISTING, customerId: KABIR.id, customer: KABIR };
        const refresh = (): Promise<void> => found(element, { existingCall });
        Object.assign(child(element, 'c-convox-caller-lookup') ?? {}, { refresh });
        await fire(element, ACTIONS, 'link', { object, id: KABIR.id });
        expect(saves()[0]).toMatchObject(fields);
        expect(changes()).toContainEqual({ callReference: 'REF-1', recordId: CALL_ID, change: 'linked' });
        expect(told.at(-1)?.caller.kind).toBe(kind);
    }
);

test('what stands beside the form comes when the form can be used', async () => {
    const { element } = show();
    const places = (): unknown[] =>
        [ACTIONS, REPORT, '[data-id="facts-place"]'].map((selector) =>
            Reflect.get(child(element, selector) ?? {}, 'place')
        );
    expect(places()).toEqual([undefined, undefined, undefined]);
    await found(element, { customers: [MEERA] });
    expect(places()).toEqual(['actions', 'report', 'facts']);
});
