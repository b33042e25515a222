import type { SQLInputValue } from 'node:sqlite';
import type { FieldValue, OrgRecord } from '../records.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { SqlRow } from './database.ts';
import type { EvaluateFormula } from './formulas.ts';
import { storedFields } from './tables.ts';

/** A record as the store hands it out: checkboxes as booleans, formula fields computed. */
export function toRecord(object: ObjectSchema, row: SqlRow, evaluate: EvaluateFormula): OrgRecord {
    const record: Record<string, FieldValue> = {};
    for (const field of object.fields.values()) {
        if (field.formula) {
            continue;
        }
        const stored = row[field.name];
        if (field.type === 'Checkbox') {
            record[field.name] = stored === 1;
        } else {
            record[field.name] = typeof stored === 'string' || typeof stored === 'number' ? stored : null;
        }
    }
    for (const { name, formula } of formulasOf(object)) {
        record[name] = evaluate(formula.expression, { object, record, blankAsZero: formula.blankAsZero });
    }
    return record;
}

type FormulaField = FieldSchema & { readonly formula: NonNullable<FieldSchema['formula']> };

const orders = new WeakMap<ObjectSchema, readonly FormulaField[]>();

/** An object's formula fields, each behind those that it names. @throws Error when two name each other */
function formulasOf(object: ObjectSchema): readonly FormulaField[] {
    const known = orders.get(object);
    if (known) {
        return known;
    }
    const fields = new Map(
        [...object.fields.values()].flatMap((field) =>
            field.formula ? [[field.name, { ...field, formula: field.formula }] as const] : []
        )
    );
    const ordered = new Set<FormulaField>();
    const place = (field: FormulaField, above: readonly string[]): void => {
        if (above.includes(field.name)) {
            throw new Error(`The formulas of ${object.name} lead in a circle: ${[...above, field.name].join(', ')}`);
        }
        for (const name of field.formula.expression.match(/\w+/g) ?? []) {
            const named = fields.get(name);
            if (named && !ordered.has(named)) {
                place(named, [...above, field.name]);
            }
        }
        ordered.add(field);
    };
    fields.forEach((field) => place(field, []));
    orders.set(object, [...ordered]);
    return [...ordered];
}

/** Column values in the order of `storedFields`. */
export function toColumns(object: ObjectSchema, record: OrgRecord): SQLInputValue[] {
    return storedFields(object).map((field) => {
        const value = record[field.name] ?? null;
        return typeof value === 'boolean' ? Number(value) : value;
    });
}
