import { isRecord, listAt, numberAt, textAt, valueAt } from 'c/convoxPath';

/** One node of a connection. Fields are named as in the query, over lookups `Server__r.Command_Route__c`. */
export type GraphqlRow = Readonly<Record<string, unknown>>;

/**
 * The rows of one object in the answer of `uiapi { query { <object>(...) { edges { node } } } }`, in the order of the
 * answer. Anything of another shape gives no rows.
 * @param data the `data` of the GraphQL wire
 * @param object the connection's name: the object's API name, or the alias the query gave it
 */
export function rowsOf(data: unknown, object: string): GraphqlRow[] {
    return listAt(data, 'uiapi', 'query', object, 'edges')
        .map((edge) => valueAt(edge, 'node'))
        .filter(isRecord);
}

/** How many rows there are, also beyond those of the answer; 0 when that was not asked for. */
export function countOf(data: unknown, object: string): number {
    return numberAt(data, 'uiapi', 'query', object, 'totalCount') ?? 0;
}

/** A field as text; empty when it is blank or was not asked for. */
export function textOf(row: GraphqlRow | undefined, field: string): string {
    return textAt(...contentOf(row, field));
}

/** A field as a number; undefined when it is blank or no number. */
export function numberOf(row: GraphqlRow | undefined, field: string): number | undefined {
    return numberAt(...contentOf(row, field));
}

/** A checkbox; false when it was not asked for. */
export function isSet(row: GraphqlRow | undefined, field: string): boolean {
    return valueAt(...contentOf(row, field)) === true;
}

/** What Salesforce shows for a field in the user's language, where the query asked for that, else the value itself. */
export function shownText(row: GraphqlRow | undefined, field: string): string {
    return textAt(row, ...field.split('.'), 'displayValue') || textOf(row, field);
}

/** The path to a field's value; ids have theirs without a step more. */
function contentOf(row: GraphqlRow | undefined, field: string): [root: unknown, ...path: string[]] {
    const content = valueAt(row, ...field.split('.'));
    return isRecord(content) ? [content, 'value'] : [content];
}
