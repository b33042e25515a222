type Scalar = string | number | boolean | null;

/** One node of a connection, flattened: `Status__c`, and over lookups `Server__r.Command_Route__c`. */
export interface GraphqlRow {
    readonly values: Readonly<Record<string, Scalar>>;
    /** The texts Salesforce shows for values in the user's language, where the query asked for `displayValue`. */
    readonly labels: Readonly<Record<string, string>>;
}

/**
 * The rows of one object in the answer of `uiapi { query { <object>(...) { edges { node } } } }`, in the order of the
 * answer. Anything of another shape gives no rows.
 * @param data the `data` of the GraphQL wire
 * @param object the connection's name: the object's API name, or the alias the query gave it
 */
export function rowsOf(data: unknown, object: string): GraphqlRow[] {
    const edges = ['uiapi', 'query', object, 'edges'].reduce(member, data);
    return Array.isArray(edges) ? edges.map((edge: unknown) => flatten(member(edge, 'node'))) : [];
}

/** A field as text; empty when it is blank or was not asked for. */
export function textOf(row: GraphqlRow | undefined, field: string): string {
    const value = row?.values[field];
    return value === undefined || value === null ? '' : String(value);
}

/** A field as a number; undefined when it is blank or no number. */
export function numberOf(row: GraphqlRow | undefined, field: string): number | undefined {
    const value = row?.values[field];
    return typeof value === 'number' ? value : undefined;
}

/** A checkbox; false when it was not asked for. */
export function isSet(row: GraphqlRow | undefined, field: string): boolean {
    return row?.values[field] === true;
}

/** What Salesforce shows for a field, else the value itself. */
export function shownText(row: GraphqlRow | undefined, field: string): string {
    return row?.labels[field] ?? textOf(row, field);
}

function flatten(node: unknown, prefix = ''): GraphqlRow {
    const values: Record<string, Scalar> = {};
    const labels: Record<string, string> = {};
    for (const [name, content] of entries(node)) {
        const field = prefix + name;
        if (isScalar(content)) {
            values[field] = content;
        } else if (Reflect.has(content, 'value')) {
            const value = member(content, 'value');
            const label = member(content, 'displayValue');
            values[field] = isScalar(value) ? value : null;
            if (typeof label === 'string') {
                labels[field] = label;
            }
        } else {
            const nested = flatten(content, `${field}.`);
            Object.assign(values, nested.values);
            Object.assign(labels, nested.labels);
        }
    }
    return { values, labels };
}

function entries(value: unknown): [string, Scalar | object][] {
    return typeof value === 'object' && value !== null
        ? Object.entries(value).filter((entry): entry is [string, Scalar | object] => entry[1] !== undefined)
        : [];
}

function member(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isScalar(value: unknown): value is Scalar {
    return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
