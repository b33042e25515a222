import type { SQLInputValue } from 'node:sqlite';
import type { FieldValue, OrgRecord } from '../records.ts';
import type { FieldSchema, ObjectSchema } from '../../metadata/objects/schema.ts';
import type { SqlRow } from './database.ts';
import type { EvaluateFormula } from './formulas.ts';
import { storedFields } from './tables.ts';

/** Fields of a record: those with a column, and formulas, each behind those that it names. */
export interface RecordShape {
    readonly stored: readonly FieldSchema[];
    readonly formulas: readonly FormulaField[];
}

/** A record as the store hands it out: checkboxes as booleans, formula fields computed. */
export function toRecord(
    object: ObjectSchema,
    row: SqlRow,
    evaluate: EvaluateFormula,
    { stored, formulas }: RecordShape = shapeOf(object),
    language?: () => string
): OrgRecord {
    const record: Record<string, FieldValue> = {};
    for (const field of stored) {
        const value = row[field.name];
        if (field.type === 'Checkbox') {
            record[field.name] = value === 1;
        } else {
            record[field.name] = typeof value === 'string' || typeof value === 'number' ? value : null;
        }
    }
    for (const { name, formula } of formulas) {
        record[name] = evaluate(formula.expression, { object, record, blankAsZero: formula.blankAsZero, language });
    }
    return record;
}

const shapes = new WeakMap<ObjectSchema, RecordShape>();

/** All fields, or those that are named and what their formulas name in turn. */
export function shapeOf(object: ObjectSchema, fields?: readonly string[]): RecordShape {
    const known = shapes.get(object);
    const whole = known ?? { stored: storedFields(object), formulas: formulasOf(object) };
    shapes.set(object, whole);
    if (!fields) {
        return whole;
    }
    const wanted = new Set(fields);
    for (const { name, formula } of whole.formulas.toReversed()) {
        if (wanted.has(name)) {
            // A parent is named by its relationship; the column has the id.
            namesIn(formula.expression).forEach((named) =>
                [named, named.replace(/__r$/, '__c'), `${named}Id`].forEach((one) => wanted.add(one))
            );
        }
    }
    return {
        stored: whole.stored.filter(({ name }) => wanted.has(name)),
        formulas: whole.formulas.filter(({ name }) => wanted.has(name))
    };
}

type FormulaField = FieldSchema & { readonly formula: NonNullable<FieldSchema['formula']> };

/** Names of the record's own fields and relationships; what follows a point is the parent's. */
const namesIn = (expression: string): readonly string[] => expression.match(/(?<![.\w])\w+/g) ?? [];

/** An object's formula fields, each behind those that it names. @throws Error when two name each other */
function formulasOf(object: ObjectSchema): readonly FormulaField[] {
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
        for (const name of namesIn(field.formula.expression)) {
            const named = fields.get(name);
            if (named && !ordered.has(named)) {
                place(named, [...above, field.name]);
            }
        }
        ordered.add(field);
    };
    fields.forEach((field) => place(field, []));
    return [...ordered];
}

/** Column values in the order of `storedFields`. */
export function toColumns(object: ObjectSchema, record: OrgRecord): SQLInputValue[] {
    return storedFields(object).map((field) => {
        const value = record[field.name] ?? null;
        return typeof value === 'boolean' ? Number(value) : value;
    });
}
