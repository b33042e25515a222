import { rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';

type CustomerObject = 'Contact' | 'Lead' | 'Account';

/** A record that carries the caller's number. */
export interface Customer {
    readonly object: CustomerObject;
    readonly id: string;
    readonly name: string;
    /** Tells two of the same name apart: title and company. */
    readonly detail: string;
    readonly numbers: readonly { readonly field: 'Phone' | 'MobilePhone'; readonly text: string }[];
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
        numbers: (['Phone', 'MobilePhone'] as const).flatMap((field) => {
            const text = textOf(row, field);
            return text ? [{ field, text }] : [];
        })
    };
}

/** Contacts, leads and accounts of an answer, in this order. */
export function readCustomers(data: unknown): Customer[] {
    return OBJECTS.flatMap((object) => rowsOf(data, object).map((row) => readCustomer(object, row)));
}
