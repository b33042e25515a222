import type { ActingUser, FieldValue, OrgRecord, RecordError } from '../records.ts';
import type { FieldSchema, ObjectSchema, OrgSchema, ValidationRule } from '../../metadata/objects/schema.ts';
import { objectOfId } from '../../metadata/objects/schema.ts';
import type { Database } from './database.ts';
import type { Draft } from './draft.ts';
import type { EvaluateFormula } from './formulas.ts';
import type { Reader } from './reading.ts';
import {
    badReference,
    deletedEntity,
    duplicateOutOfSight,
    duplicateValue,
    missing,
    ruleViolation,
    wrongObject
} from './saveErrors.ts';
import { quote, storedFields } from './tables.ts';

export interface Checks {
    /** Required fields, and lookups that lead to rows that the user reaches. */
    system(object: ObjectSchema, draft: Draft, acting: ActingUser): RecordError[];
    /** Active validation rules of the object. */
    rules(object: ObjectSchema, draft: Draft, acting: ActingUser): RecordError[];
    /** Unique fields against the live rows of the table. */
    uniqueness(object: ObjectSchema, draft: Draft, acting: ActingUser): RecordError[];
}

export interface CheckDependencies {
    readonly database: Database;
    readonly schema: OrgSchema;
    readonly visibleTo: (acting: ActingUser) => Reader;
    readonly evaluate: EvaluateFormula;
    /** The schema in the words that a user reads. */
    readonly viewOf: (acting: ActingUser) => OrgSchema;
}

export function createChecks({ database, schema, visibleTo, evaluate, viewOf }: CheckDependencies): Checks {
    function system(object: ObjectSchema, draft: Draft, acting: ActingUser): RecordError[] {
        const { record, prior } = draft;
        const reader = visibleTo(acting);
        const blank = storedFields(object).filter(
            (field) => field.required && (field.createable || field.updateable) && record[field.name] === null
        );
        const changedLookups = storedFields(object).filter(
            (field) => field.lookup && record[field.name] !== null && record[field.name] !== prior?.[field.name]
        );
        return [
            ...(blank.length > 0 ? [missing(blank.map((field) => field.name))] : []),
            ...changedLookups.flatMap((field) => reference(reader, field, record[field.name] ?? null))
        ];
    }

    function reference(reader: Reader, field: FieldSchema, id: FieldValue): RecordError[] {
        if (typeof id !== 'string') {
            return [];
        }
        const target = objectOfId(schema, id);
        if (!target || !field.lookup?.objects.includes(target.name)) {
            return [wrongObject(field, id)];
        }
        const found = reader.get(target.name, id, { includeDeleted: true });
        if (!found) {
            return [badReference()];
        }
        return found['IsDeleted'] === true ? [deletedEntity()] : [];
    }

    function rules(object: ObjectSchema, { record, prior }: Draft, acting: ActingUser): RecordError[] {
        return object.validationRules
            .filter((rule) => evaluate(rule.condition, { object, record, save: { prior }, acting }) === true)
            .map((rule) => ruleViolation(messageOf(object, rule, acting), rule.field));
    }

    function messageOf(object: ObjectSchema, { name, message }: ValidationRule, acting: ActingUser): string {
        const read = viewOf(acting)
            .objects.get(object.name)
            ?.validationRules.find((rule) => rule.name === name);
        return read?.message ?? message;
    }

    function uniqueness(object: ObjectSchema, { record }: Draft, acting: ActingUser): RecordError[] {
        const reader = visibleTo(acting);
        return storedFields(object)
            .filter((field) => field.unique)
            .flatMap((field) => {
                const other = holderOf(object, field, record);
                if (other === undefined) {
                    return [];
                }
                return [reader.get(object.name, other) ? duplicateValue(field.name, other) : duplicateOutOfSight()];
            });
    }

    function holderOf(object: ObjectSchema, field: FieldSchema, record: OrgRecord): string | undefined {
        const value = record[field.name] ?? null;
        if (value === null || typeof value === 'boolean') {
            return undefined;
        }
        const [other] = database.all(
            `SELECT "Id" FROM ${quote(object.name)} WHERE ${quote(field.name)} = ? AND "IsDeleted" = 0 AND "Id" IS NOT ?`,
            [value, String(record['Id'] ?? '')]
        );
        return other && String(other['Id']);
    }

    return { system, rules, uniqueness };
}
