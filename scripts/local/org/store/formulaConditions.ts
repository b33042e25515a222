import { findField } from '../../metadata/objects/schema.ts';
import type { ObjectSchema } from '../../metadata/objects/schema.ts';
import type { Condition, FieldValue, OrgRecord } from '../records.ts';

type Comparison = Extract<Condition, { field: string }>;

/** What a question asks of columns, and what of formula fields, which have none. */
export interface SplitCondition {
    readonly stored: Condition | undefined;
    readonly computed: readonly Comparison[];
}

/** Takes out the equations with formula fields of the object itself that every row has to meet; what else compares one stays. */
export function splitFormulas(object: ObjectSchema, where: Condition | undefined): SplitCondition {
    const parts = where === undefined ? [] : partsOf(where);
    const computed = parts.filter((part) => isEquation(object, part));
    return computed.length === 0
        ? { stored: where, computed }
        : { stored: { all: parts.filter((part) => !isEquation(object, part)) }, computed };
}

function partsOf(condition: Condition): Condition[] {
    return 'all' in condition ? condition.all.flatMap(partsOf) : [condition];
}

function isEquation(object: ObjectSchema, part: Condition): part is Comparison {
    return 'field' in part && part.operator === 'eq' && findField(object, part.field)?.formula !== undefined;
}

export function meets(record: OrgRecord, computed: readonly Comparison[]): boolean {
    return computed.every(({ field, value }) => textOf(record[field]) === textOf(value));
}

function textOf(value: FieldValue | readonly FieldValue[] | undefined): string {
    return String(value ?? '').toLowerCase();
}
