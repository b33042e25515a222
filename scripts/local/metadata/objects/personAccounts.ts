import type { FieldSchema } from './schema.ts';
import { field, lookup, phone, text } from './standardFields.ts';

/** Fields of a person's contact that its account shows as its own, by the account's names. */
export const personPhones: Readonly<Record<string, string>> = {
    PersonMobilePhone: 'MobilePhone',
    PersonHomePhone: 'HomePhone',
    PersonOtherPhone: 'OtherPhone',
    PersonAssistantPhone: 'AssistantPhone'
};

/** A custom field of contacts as an account of a person names it. */
export const personFieldName = (contactField: string): string => contactField.replace(/__c$/, '__pc');

const isPerson = field('IsPersonAccount', 'Is Person Account', 'Checkbox', { updateable: false });

/**
 * What accounts and contacts have besides in an org with person accounts. A record type makes the person there; the local
 * org has none, so that the flag itself is set when the account is created.
 * @param ofContacts the custom fields of contacts
 */
export function personFieldsOf(object: string, ofContacts: readonly FieldSchema[]): FieldSchema[] {
    switch (object) {
        case 'Account':
            return [
                isPerson,
                lookup('PersonContactId', 'Contact ID', ['Contact'], { relationshipName: 'PersonContact' }),
                text('FirstName', 'First Name', 40),
                text('LastName', 'Last Name', 80),
                ...Object.entries(personPhones).map(([name, label]) => phone(name, label)),
                ...ofContacts.map((own) => ({ ...own, name: personFieldName(own.name), file: undefined }))
            ];
        case 'Contact':
            return [isPerson];
        default:
            return [];
    }
}
