import type { SQLInputValue } from 'node:sqlite';
import type { FieldValue, OrgRecord } from '../records.ts';
import type { ObjectSchema } from '../schema/schema.ts';
import type { SqlRow } from './database.ts';
import type { EvaluateFormula } from './formulas.ts';
import { storedFields } from './tables.ts';

/** A record as the store hands it out: checkboxes as booleans, formula fields computed. */
export function toRecord(object: ObjectSchema, row: SqlRow, evaluate: EvaluateFormula): OrgRecord {
    const record: Record<string, FieldValue> = {};
    const formulas: [string, string, boolean][] = [];
    for (const field of object.fields.values()) {
        if (field.formula) {
            formulas.push([field.name, field.formula.expression, field.formula.blankAsZero]);
            continue;
        }
        const stored = row[field.name];
        if (field.type === 'Checkbox') {
            record[field.name] = stored === 1;
        } else {
            record[field.name] = typeof stored === 'string' || typeof stored === 'number' ? stored : null;
        }
    }
    for (const [name, expression, blankAsZero] of formulas) {
        record[name] = evaluate(expression, { object, record, blankAsZero });
    }
    return record;
}

/** Column values in the order of `storedFields`. */
export function toColumns(object: ObjectSchema, record: OrgRecord): SQLInputValue[] {
    return storedFields(object).map((field) => {
        const value = record[field.name] ?? null;
        return typeof value === 'boolean' ? Number(value) : value;
    });
}
