import { numberFields } from 'c/convoxCallerMatch';
import type { Candidate, CustomerObject } from 'c/convoxCallerMatch';
import { phoneKey } from 'c/convoxContract';
import { countOf, isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';

/** A record that may be the caller's. */
export interface Customer extends Candidate {
    /** Tells two of the same name apart: title and company. */
    readonly detail: string;
}

const DETAILS: Readonly<Record<CustomerObject, readonly string[]>> = {
    Contact: ['Title', 'Account.Name'],
    Lead: ['Company'],
    Account: []
};
const OBJECTS: readonly CustomerObject[] = ['Contact', 'Lead', 'Account'];

/** path: where the record stands in the row, such as `Contact__r.`. */
function readCustomer(object: CustomerObject, row: GraphqlRow, path = ''): Customer {
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

/** The customer whom a call is linked to; undefined when to none that the user may see. */
export function linkedCustomer(call: GraphqlRow): Customer | undefined {
    return OBJECTS.map((object) => readCustomer(object, call, `${object}__r.`)).find(({ id }) => id !== '');
}

/**
 * Contacts, leads and accounts of an answer, in this order. The customer of the last call is among them, however many
 * others were found before.
 */
export function readCustomers(data: unknown): Customer[] {
    const found = OBJECTS.flatMap((object) => rowsOf(data, object).map((row) => readCustomer(object, row)));
    const [last] = rowsOf(data, 'recentCalls').flatMap((call) => linkedCustomer(call) ?? []);
    return last === undefined || found.some(({ id }) => id === last.id) ? found : [...found, last];
}

/** How many contacts, leads and accounts have the number; an answer lists ten of each at most. */
export function countCustomers(data: unknown): number {
    return OBJECTS.reduce((count, object) => count + countOf(data, object), 0);
}
