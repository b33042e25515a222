import type { ActingUser, FieldValues, OrgRecord, RecordStore, SaveTriggers, TriggeredRow } from './records.ts';
import { personFieldName, personPhones } from '../metadata/objects/personAccounts.ts';
import type { OrgSchema } from '../metadata/objects/schema.ts';

/**
 * Gives every person's account its contact, and keeps it equal to the account. As on the platform, what is saved this way
 * starts no flow of contacts.
 */
export function withPersonContacts(flows: SaveTriggers, schema: OrgSchema, store: () => RecordStore): SaveTriggers {
    const keys = [...(schema.objects.get('Contact')?.fields.values() ?? [])].filter(({ custom }) => custom);
    let isOwnSave = false;

    function contactOf(account: OrgRecord): FieldValues {
        const own = Object.entries(personPhones).map(
            ([name, ofContact]) => [ofContact, account[name] ?? null] as const
        );
        const custom = keys.map(({ name }) => [name, account[personFieldName(name)] ?? null] as const);
        return {
            FirstName: account['FirstName'] ?? null,
            LastName: account['LastName'] ?? account['Name'] ?? null,
            Phone: account['Phone'] ?? null,
            ...Object.fromEntries([...own, ...custom])
        };
    }

    function keep({ record }: TriggeredRow, acting: ActingUser): void {
        const { Id: id, PersonContactId: contact } = record;
        const asSystem = { ...acting, systemContext: true };
        if (typeof contact === 'string') {
            store().update('Contact', [{ id: contact, values: contactOf(record) }], asSystem);
            return;
        }
        const [made] = store().create(
            'Contact',
            [{ ...contactOf(record), AccountId: id ?? null, IsPersonAccount: true }],
            asSystem
        );
        if (made?.success) {
            store().update('Account', [{ id: String(id), values: { PersonContactId: made.id } }], asSystem);
        }
    }

    return {
        beforeSave: (object, operation, rows, acting) =>
            isOwnSave ? rows.map(() => ({ assigned: {} })) : flows.beforeSave(object, operation, rows, acting),
        afterSave(object, operation, rows, acting) {
            if (isOwnSave) {
                return;
            }
            flows.afterSave(object, operation, rows, acting);
            isOwnSave = true;
            try {
                const persons = object === 'Account' ? rows.filter(({ record }) => record['IsPersonAccount']) : [];
                persons.forEach((row) => keep(row, acting));
            } finally {
                isOwnSave = false;
            }
        },
        beforeDelete: (...row) => flows.beforeDelete(...row),
        afterCommit: (...save) => flows.afterCommit(...save)
    };
}
