import { listMember } from 'c/convoxListMember';
import type { ListMember } from 'c/convoxListMember';
import { textAt, valueAt } from 'c/convoxPath';

/** What a list view's records are asked for. */
export interface ListSource {
    readonly optionalFields: readonly string[];
    /** Fields of the list's columns, in their order; '' for one that such records lack. */
    readonly columns: readonly string[];
}

const ALWAYS = ['DoNotCall', 'MobilePhone', 'Phone'];

function sourceOf(object: string, columns: readonly string[]): ListSource {
    const named = [...ALWAYS, ...columns].filter((field) => field !== '');
    return {
        optionalFields: named.map((field) => `${object}.${field}`),
        columns
    };
}

/** Objects whose list views can be handed over. */
export const LIST_SOURCES: ReadonlyMap<string, ListSource> = new Map([
    [
        'Contact',
        sourceOf('Contact', [
            'FirstName',
            'LastName',
            'Title',
            'Account.Name',
            'MailingCity',
            'MailingState',
            'MailingPostalCode',
            'MailingCountry',
            'Email',
            ''
        ])
    ],
    [
        'Lead',
        sourceOf('Lead', [
            'FirstName',
            'LastName',
            'Title',
            'Company',
            'City',
            'State',
            'PostalCode',
            'Country',
            'Email',
            'Status'
        ])
    ]
]);

/** A list view's records, as the UI API tells them, as rows of a list. */
export function readRecords(object: string, records: readonly unknown[]): ListMember[] {
    const { columns = [] } = LIST_SOURCES.get(object) ?? {};
    return records.map((record) => {
        const id = textAt(record, 'id');
        const ids = { id, contactId: object === 'Contact' ? id : '', leadId: object === 'Lead' ? id : '' };
        const doNotCall = valueAt(record, 'fields', 'DoNotCall', 'value');
        return listMember(ids, columns, doNotCall, (field) => textAt(record, ...pathOf(field)));
    });
}

/** `Account.Name` is a field of the record that the field's value is. */
function pathOf(field: string): string[] {
    return field.split('.').flatMap((name) => ['fields', name, 'value']);
}
