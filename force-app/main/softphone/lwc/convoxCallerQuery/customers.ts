import type { Candidate, CustomerObject } from 'c/convoxCallerMatch';
import { phoneKey } from 'c/convoxContract';
import { rowsOf, textOf } from 'c/convoxGraphqlRows';
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

function readCustomer(object: CustomerObject, row: GraphqlRow): Customer {
    return {
        object,
        id: textOf(row, 'Id'),
        name: textOf(row, 'Name'),
        detail: DETAILS[object]
            .map((field) => textOf(row, field))
            .filter(Boolean)
            .join(', '),
        numbers: (['MobilePhone', 'Phone'] as const).flatMap((field) => {
            const text = textOf(row, field);
            return text ? [{ field, text, key: phoneKey(text) }] : [];
        })
    };
}

/** Contacts, leads and accounts of an answer, in this order. */
export function readCustomers(data: unknown): Customer[] {
    return OBJECTS.flatMap((object) => rowsOf(data, object).map((row) => readCustomer(object, row)));
}
