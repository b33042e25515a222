import { draftFields, hasWords, linesBeyond, linesOf, readLookup } from 'c/convoxCallerQuery';
import type { SavedDraft } from 'c/convoxCallerQuery';

const SAVED_AT = Date.UTC(2026, 0, 5, 4, 30);
const FORM = {
    disposition: 'SALE',
    disposition2: '',
    disposition3: '',
    followUp: true,
    date: '2026-01-06',
    time: '10:30'
};
const DRAFT: SavedDraft = {
    draft: { ...FORM, notes: 'Half' },
    draftAt: SAVED_AT,
    closeAttempts: 1,
    isUncertain: true
};

/** What a softphone at another computer reads from the fields of a row. */
function readBack(fields: Record<string, string | null>): SavedDraft | undefined {
    const row = { ...fields, Call_Reference__c: 'REF-1' };
    const node = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { value }]));
    return readLookup({ uiapi: { query: { ownCalls: { edges: [{ node }] } } } }, 'REF-1').existingCall?.draft;
}

test('what is saved comes back as it was', () => {
    const fields = draftFields(DRAFT);
    expect(fields).toMatchObject({ Notes__c: 'Half', Draft_Saved_At__c: '2026-01-05T04:30:00.000Z' });
    expect(readBack(fields)).toEqual({
        ...DRAFT,
        draft: { ...FORM, notes: 'Half', closeAttempts: 1, isUncertain: true }
    });
});

test.each<[string, unknown, object]>([
    ['nothing', undefined, { Notes__c: null, Draft__c: null, Draft_Saved_At__c: null }],
    ['notes that were taken back', { ...FORM, notes: '' }, { Notes__c: null, Draft__c: expect.any(String) }],
    [
        'everything taken back',
        { notes: '', followUp: false },
        { Notes__c: null, Draft__c: null, Draft_Saved_At__c: null }
    ]
])('%s is saved too', (_name, draft, expected) => {
    expect(draftFields({ ...DRAFT, draft, isUncertain: false })).toMatchObject(expected);
});

test.each([
    ['no draft and no notes', {}, undefined],
    [
        'notes alone',
        { Notes__c: 'Old' },
        { draft: { notes: 'Old', disposition: '' }, draftAt: 0, closeAttempts: 0, isUncertain: false }
    ],
    [
        'what was decided',
        { Agent_Disposition__c: 'SALE' },
        { draft: { notes: '', disposition: 'SALE' }, draftAt: 0, closeAttempts: 0, isUncertain: false }
    ],
    [
        'a draft that cannot be read',
        { Notes__c: 'Old', Draft__c: '{', Draft_Saved_At__c: '2026-01-05T04:30:00.000Z' },
        { draft: { notes: 'Old' }, draftAt: SAVED_AT, closeAttempts: 0, isUncertain: false }
    ]
])('a row with %s', (_name, fields, expected) => {
    expect(readBack(fields)).toEqual(expected);
});

test.each([
    [undefined, false],
    [{ notes: '  ' }, false],
    [{ notes: 'x' }, true],
    [{ disposition: 'SALE' }, true],
    [{ followUp: true }, true]
])('%j has words: %s', (values, expected) => {
    expect(hasWords(values)).toBe(expected);
});

test.each([
    [undefined, []],
    [{ notes: ' One \n\nTwo\r\n' }, ['One', 'Two']],
    [{ notes: 'One', disposition: 'SALE', disposition2: 'NEW', disposition3: '' }, ['One', 'SALE', 'NEW']],
    [{ followUp: true, date: '2026-01-06', time: '10:30' }, ['→ 2026-01-06 10:30']],
    [{ followUp: true }, ['→']],
    [{ disposition: 'CB', date: '2026-01-06', time: '10:30' }, ['CB', '→ 2026-01-06 10:30']],
    [{ followUp: false, date: '2026-01-06', time: '10:30' }, []]
])('%j, line by line', (draft, lines) => {
    expect(linesOf(draft)).toEqual(lines);
});

test.each([
    ['', ['One'], []],
    ['One\nTwo', ['Two', 'One', 'Three'], []],
    ['One\nTw', ['One', 'Two'], []],
    ['One\nTwo', ['One', 'Tw'], ['Two']]
])('%j beyond %j', (notes, known, beyond) => {
    expect(linesBeyond({ notes }, known)).toEqual(beyond);
});
