import type { FieldValues, SaveResult } from '../records.ts';
import { createDeskOrg } from '../testing/deskOrg.ts';

function idOf(result: SaveResult | undefined): string {
    if (!result?.success) {
        throw new Error(`not saved: ${JSON.stringify(result)}`);
    }
    return result.id;
}

function codesOf(results: readonly SaveResult[]): string[] {
    return results.map((result) =>
        result.success ? 'saved' : result.errors.map((error) => error.statusCode).join(',')
    );
}

test('a new record gets its id, number, defaults, owner and times', () => {
    const { store, admin } = createDeskOrg();
    const [result] = store.create('Ticket__c', [{ Key__c: 'K1', Minutes__c: 90 }], admin);

    expect(store.get('Ticket__c', idOf(result))).toMatchObject({
        Name: 'T-0001',
        State__c: 'New',
        Urgent__c: true,
        Zone__c: 'Asia/Kolkata',
        Hours__c: 1.5,
        OwnerId: admin.id,
        CreatedById: admin.id,
        CreatedDate: '2026-03-01T10:00:00.000Z',
        IsDeleted: false,
        Subject__c: null
    });
});

test('what is written wins over a default, also a blank', () => {
    const { store, admin } = createDeskOrg();
    const [result] = store.create('Ticket__c', [{ Key__c: 'K1', Zone__c: null, Urgent__c: false }], admin);

    expect(store.get('Ticket__c', idOf(result))).toMatchObject({ Zone__c: null, Urgent__c: false });
});

test('an unnamed custom record is named by its id', () => {
    const { store, admin } = createDeskOrg();
    const id = idOf(store.create('Team__c', [{ Code__c: 'A' }], admin)[0]);

    expect(store.get('Team__c', id)?.['Name']).toBe(id);
});

test('the name of a person follows its parts and cannot be written', () => {
    const { store, admin } = createDeskOrg();
    const id = idOf(store.create('Contact', [{ FirstName: 'Priya', LastName: 'Nair' }], admin)[0]);
    store.update('Contact', [{ id, values: { FirstName: null } }], admin);

    expect(store.get('Contact', id)?.['Name']).toBe('Nair');
    expect(codesOf(store.update('Contact', [{ id, values: { Name: 'X' } }], admin))).toEqual([
        'INVALID_FIELD_FOR_INSERT_UPDATE'
    ]);
});

test.each<[string, FieldValues, string]>([
    ['a required field is missing', { Subject__c: 'Door' }, 'REQUIRED_FIELD_MISSING'],
    ['a field does not exist', { Key__c: 'K', Gone__c: 1 }, 'INVALID_FIELD'],
    ['a formula field is written', { Key__c: 'K', Hours__c: 1 }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    ['a lookup points nowhere', { Key__c: 'K', Contact__c: '0035g0000000ZZZ' }, 'INVALID_CROSS_REFERENCE_KEY'],
    ['a lookup points to another object', { Key__c: 'K', Contact__c: '0015g0000000001' }, 'FIELD_INTEGRITY_EXCEPTION'],
    ['a validation rule is violated', { Key__c: 'K', Minutes__c: -1 }, 'FIELD_CUSTOM_VALIDATION_EXCEPTION']
])('a save is refused when %s', (_what, values, code) => {
    const { store, admin } = createDeskOrg();

    expect(codesOf(store.create('Ticket__c', [values], admin))).toEqual([code]);
    expect(store.count({ object: 'Ticket__c' })).toBe(0);
});

test('a validation rule can compare with the value before the save', () => {
    const { store, admin } = createDeskOrg();
    const id = idOf(store.create('Ticket__c', [{ Key__c: 'K', State__c: 'Done' }], admin)[0]);

    expect(codesOf(store.update('Ticket__c', [{ id, values: { Subject__c: 'x' } }], admin))).toEqual(['saved']);
    expect(store.update('Ticket__c', [{ id, values: { State__c: 'New' } }], admin)[0]).toMatchObject({
        errors: [{ message: 'Done_Stays_Done is violated', fields: [] }]
    });
});

test('one refused row does not keep the others from being saved', () => {
    const { store, admin } = createDeskOrg();

    expect(codesOf(store.create('Ticket__c', [{ Key__c: 'A' }, {}, { Key__c: 'B' }], admin))).toEqual([
        'saved',
        'REQUIRED_FIELD_MISSING',
        'saved'
    ]);
});

test('a unique field names the record that has the value, with or without case as declared', () => {
    const { store, admin } = createDeskOrg();
    const [first] = store.create('Ticket__c', [{ Key__c: 'abc' }], admin);

    expect(store.create('Ticket__c', [{ Key__c: 'abc' }], admin)).toEqual([
        {
            success: false,
            errors: [
                {
                    statusCode: 'DUPLICATE_VALUE',
                    message: `duplicate value found: Key__c duplicates value on record with id: ${idOf(first)}`,
                    fields: []
                }
            ]
        }
    ]);
    expect(codesOf(store.create('Ticket__c', [{ Key__c: 'ABC' }], admin))).toEqual(['saved']);
    expect(codesOf(store.create('Team__c', [{ Code__c: 'x' }, { Code__c: 'X' }], admin))).toEqual([
        'saved',
        'DUPLICATE_VALUE'
    ]);
});

test('an upsert updates what it finds and creates the rest', () => {
    const { store, admin } = createDeskOrg();
    store.create('Ticket__c', [{ Key__c: 'A' }], admin);
    const results = store.upsert('Ticket__c', 'Key__c', [{ Key__c: 'B' }, { Key__c: 'A', Subject__c: 'x' }, {}], admin);

    expect(results.map((result) => (result.success ? result.created : result.errors[0]?.statusCode))).toEqual([
        true,
        false,
        'MISSING_ARGUMENT'
    ]);
});

test('rows of one upsert that share their key are all refused', () => {
    const { store, admin } = createDeskOrg();

    expect(
        codesOf(store.upsert('Ticket__c', 'Key__c', [{ Key__c: 'A' }, { Key__c: 'B' }, { Key__c: 'A' }], admin))
    ).toEqual(['DUPLICATE_VALUE', 'saved', 'DUPLICATE_VALUE']);
});

test('an upsert whose key several records have is refused, and so is a key that is no external id', () => {
    const { store, admin } = createDeskOrg();
    store.create(
        'Team__c',
        [
            { Code__c: 'A', Region__c: 'West' },
            { Code__c: 'B', Region__c: 'West' }
        ],
        admin
    );

    expect(codesOf(store.upsert('Team__c', 'Region__c', [{ Region__c: 'West' }], admin))).toEqual([
        'DUPLICATE_EXTERNAL_ID'
    ]);
    expect(() => store.upsert('Ticket__c', 'Subject__c', [{ Subject__c: 'x' }], admin)).toThrow('Subject__c');
});

test('a deleted record is in the recycle bin: not found, not updated, its key free again', () => {
    const { store, admin } = createDeskOrg();
    const id = idOf(store.create('Ticket__c', [{ Key__c: 'A' }], admin)[0]);
    store.delete('Ticket__c', [id], admin);

    expect(store.get('Ticket__c', id)).toBeUndefined();
    expect(store.get('Ticket__c', id, { includeDeleted: true })?.['IsDeleted']).toBe(true);
    expect(codesOf(store.update('Ticket__c', [{ id, values: {} }], admin))).toEqual(['ENTITY_IS_DELETED']);
    expect(codesOf(store.delete('Ticket__c', [id], admin))).toEqual(['ENTITY_IS_DELETED']);
    expect(codesOf(store.create('Ticket__c', [{ Key__c: 'A' }], admin))).toEqual(['saved']);
});

test('deleting a parent restricts, clears or cascades as its children say', () => {
    const { store, admin } = createDeskOrg();
    const team = idOf(store.create('Team__c', [{ Code__c: 'A' }], admin)[0]);
    const contact = idOf(store.create('Contact', [{ LastName: 'Nair' }], admin)[0]);
    const values = { Key__c: 'P', Team__c: team, Contact__c: contact };
    const parent = idOf(store.create('Ticket__c', [values], admin)[0]);
    const child = idOf(store.create('Ticket__c', [{ Key__c: 'C', Parent__c: parent }], admin)[0]);

    expect(codesOf(store.delete('Team__c', [team], admin))).toEqual(['DELETE_FAILED']);
    expect(codesOf(store.delete('Contact', [contact], admin))).toEqual(['saved']);
    expect(store.get('Ticket__c', parent)?.['Contact__c']).toBeNull();
    expect(codesOf(store.delete('Ticket__c', [parent], admin))).toEqual(['saved']);
    expect(store.get('Ticket__c', child)).toBeUndefined();
});

test('what is thrown inside a transaction takes everything back', () => {
    const { store, admin } = createDeskOrg();
    const work = (): void => {
        store.create('Ticket__c', [{ Key__c: 'A' }], admin);
        throw new Error('stop');
    };

    expect(() => store.transaction(work)).toThrow('stop');
    expect(store.count({ object: 'Ticket__c' })).toBe(0);
});
