import type { CallFieldValues } from './fieldValues.ts';

/** Fields of a call that link it to a record, by the record's object. */
const LINKS = {
    Contact: 'Contact__c',
    Lead: 'Lead__c',
    Account: 'Account__c',
    Case: 'Case__c'
} as const;

/** Objects that a call can be linked to. */
export type LinkObject = keyof typeof LINKS;

/** What links a call to a record: one customer takes the place of another, a case stands beside it. */
export function linkFields(object: LinkObject, id: string): CallFieldValues {
    const { Case, ...customers } = LINKS;
    return object === 'Case'
        ? { [Case]: id }
        : {
              ...Object.fromEntries(Object.values(customers).map((field): [string, null] => [field, null])),
              [LINKS[object]]: id
          };
}
