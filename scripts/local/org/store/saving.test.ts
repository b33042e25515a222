import type { SaveTriggers } from '../records.ts';
import { FlowSaveError } from '../records.ts';
import { createDeskOrg } from '../testing/deskOrg.ts';

const refusal = { statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message: 'no', fields: [] };

test('before-save values are stored, checked again, and seen by validation rules', () => {
    const { store, admin } = createDeskOrg({
        beforeSave: (_object, _operation, rows) =>
            rows.map(({ record }) => ({
                assigned: { Subject__c: `about ${record['Key__c']}`, Minutes__c: record['Key__c'] === 'bad' ? -1 : 1 }
            }))
    });
    const results = store.create('Ticket__c', [{ Key__c: 'ok' }, { Key__c: 'bad' }, { Key__c: 'too-long-key' }], admin);

    expect(results.map((result) => (result.success ? 'saved' : result.errors[0]?.statusCode))).toEqual([
        'saved',
        'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        'saved'
    ]);
    expect(store.find({ object: 'Ticket__c' }).map((record) => record['Subject__c'])).toEqual([
        'about ok',
        'about too-long-key'
    ]);
});

test('a row that fails the first system validation never reaches a flow', () => {
    const seen: unknown[] = [];
    const { store, admin } = createDeskOrg({
        beforeSave: (_object, _operation, rows) => {
            seen.push(...rows.map(({ record }) => record['Key__c']));
            return rows.map(() => ({ assigned: {} }));
        }
    });
    store.create('Ticket__c', [{ Key__c: 'ok' }, {}], admin);

    expect(seen).toEqual(['ok']);
});

test('a before-save flow can refuse its row alone', () => {
    const { store, admin } = createDeskOrg({
        beforeSave: (_object, _operation, rows) =>
            rows.map(({ record }) => (record['Key__c'] === 'bad' ? { refused: refusal } : { assigned: {} }))
    });

    expect(
        store.create('Ticket__c', [{ Key__c: 'bad' }, { Key__c: 'ok' }], admin).map(({ success }) => success)
    ).toEqual([false, true]);
});

test('an after-save flow that fails for one row of a batch refuses that row only', () => {
    const { store, admin } = createDeskOrg({
        afterSave: (_object, _operation, rows) => {
            if (rows.some(({ record }) => record['Key__c'] === 'bad')) {
                throw new FlowSaveError(refusal);
            }
        }
    });
    const results = store.create('Ticket__c', [{ Key__c: 'A' }, { Key__c: 'bad' }, { Key__c: 'B' }], admin);

    expect(results.map((result) => (result.success ? 'saved' : result.errors))).toEqual(['saved', [refusal], 'saved']);
    expect(store.find({ object: 'Ticket__c' }).map((record) => record['Key__c'])).toEqual(['A', 'B']);
});

test('after-save flows see the stored row and what it was before', () => {
    const seen: unknown[] = [];
    const { store, admin } = createDeskOrg({
        afterSave: (_object, operation, rows) =>
            void seen.push(...rows.map(({ record, prior }) => [operation, record['Hours__c'], prior?.['Minutes__c']]))
    });
    store.upsert('Ticket__c', 'Key__c', [{ Key__c: 'A', Minutes__c: 60 }], admin);
    store.upsert('Ticket__c', 'Key__c', [{ Key__c: 'A', Minutes__c: 120 }], admin);

    expect(seen).toEqual([
        ['create', 1, undefined],
        ['update', 2, 60]
    ]);
});

test('background paths are queued once the outermost transaction is committed, and never after a rollback', () => {
    const queued: unknown[] = [];
    const { store, admin } = createDeskOrg({
        afterCommit: (_object, _operation, rows) => void queued.push(...rows.map(({ record }) => record['Key__c']))
    });
    store.transaction(() => {
        store.create('Ticket__c', [{ Key__c: 'A' }], admin);
        expect(queued).toEqual([]);
    });
    expect(() =>
        store.transaction(() => {
            store.create('Ticket__c', [{ Key__c: 'B' }], admin);
            throw new Error('stop');
        })
    ).toThrow('stop');

    expect(queued).toEqual(['A']);
});

test('saves that trigger each other without end are stopped', () => {
    let id = '';
    const triggers: Partial<SaveTriggers> = {
        afterSave: (object, _operation, rows, acting) => {
            id = String(rows[0]?.record['Id']);
            const [result] = org.store.update(object, [{ id, values: {} }], acting);
            if (result && !result.success) {
                throw new FlowSaveError(result.errors[0] ?? refusal);
            }
        }
    };
    const org = createDeskOrg(triggers);

    expect(org.store.create('Ticket__c', [{ Key__c: 'A' }], org.admin)).toEqual([
        {
            success: false,
            errors: [expect.objectContaining({ message: expect.stringContaining('maximum trigger depth') })]
        }
    ]);
});

test('flows see at most 200 rows at a time', () => {
    const sizes: number[] = [];
    const { store, admin } = createDeskOrg({ afterSave: (_object, _operation, rows) => void sizes.push(rows.length) });
    store.create(
        'Ticket__c',
        Array.from({ length: 250 }, (_item, index) => ({ Key__c: `K${index}` })),
        admin
    );

    expect(sizes).toEqual([200, 50]);
});
