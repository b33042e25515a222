import { numberFields } from 'c/convoxCallerMatch';
import type { Candidate, CustomerObject } from 'c/convoxCallerMatch';
import { phoneKey } from 'c/convoxContract';
import { countOf, isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';

/** A record that may be the caller's. */
export interface Customer extends Candidate {
    /** Tells two of the same name apart: title and company. */
    readonly detail: string;
    /** API name of a Record's object. */
    readonly page?: string;
}

const DETAILS: Readonly<Record<Exclude<CustomerObject, 'Record'>, readonly string[]>> = {
    Contact: ['Title', 'Account.Name'],
    Lead: ['Company'],
    Account: []
};
const OBJECTS: readonly CustomerObject[] = ['Contact', 'Lead', 'Account', 'Record'];

/** path: where the record stands in the row, such as `Contact__r.`. */
function readCustomer(object: CustomerObject, row: GraphqlRow, path = ''): Customer {
    if (object === 'Record') {
        return readRecord(row);
    }
    return {
        object,
        id: textOf(row, `${path}Id`),
        name: textOf(row, `${path}Name`),
        detail: DETAILS[object]
            .map((field) => textOf(row, `${path}${field}`))
            .filter(Boolean)
            .join(', '),
        numbers: numberFields.flatMap((field) => {
            const text = textOf(row, `${path}${field}`);
            return text ? [{ field, text, key: phoneKey(text) }] : [];
        }),
        ...(isSet(row, `${path}IsConverted`) && { isConverted: true })
    };
}

/** A record of any other object, told by one of its numbers. */
function readRecord(row: GraphqlRow): Customer {
    const text = textOf(row, 'Number__c');
    return {
        object: 'Record',
        page: textOf(row, 'Object__c'),
        id: textOf(row, 'Record_Id__c'),
        name: textOf(row, 'Shown_As__c'),
        detail: '',
        numbers: [{ field: 'Phone', text, key: phoneKey(text) }]
    };
}

/** The customer whom a call is linked to; undefined when to none that the user may see. */
export function linkedCustomer(call: GraphqlRow): Customer | undefined {
    return OBJECTS.map((object) => readCustomer(object, call, `${object}__r.`)).find(({ id }) => id !== '');
}

/**
 * Contacts, leads, accounts and records of other objects of an answer, in this order; then the customer of the last call,
 * who may be one of them, however many others were found before.
 */
export function readCustomers(data: unknown): Customer[] {
    const found = OBJECTS.flatMap((object) => rowsOf(data, object).map((row) => readCustomer(object, row)));
    const linked = rowsOf(data, 'recentCalls').flatMap((call) => linkedCustomer(call) ?? []);
    return [...found, ...linked.slice(0, 1)];
}

/** How many records have the number; an answer lists ten of each at most. */
export function countCustomers(data: unknown): number {
    return OBJECTS.reduce((count, object) => count + countOf(data, object), 0);
}
