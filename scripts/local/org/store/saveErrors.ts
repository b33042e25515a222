import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { RecordError } from '../records.ts';

/** Salesforce's status codes and sentences, one function each. */

export function recordError(statusCode: string, message: string, fields: readonly string[] = []): RecordError {
    return { statusCode, message, fields };
}

export function noSuchField(object: string, name: string): RecordError {
    return recordError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`);
}

export function notWritable(names: readonly string[]): RecordError {
    return recordError(
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and ` +
            'verify that it is read/write for your profile or permission set.',
        names
    );
}

export function missing(names: readonly string[]): RecordError {
    return recordError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
}

export function wrongType(field: FieldSchema, value: unknown): RecordError {
    return recordError(
        'INVALID_TYPE_ON_FIELD_IN_RECORD',
        `${field.label}: value not of required type: ${String(value)}`,
        [field.name]
    );
}

export function tooLong(field: FieldSchema, value: string): RecordError {
    const shown = value.length > 255 ? `${value.slice(0, 255)}...` : value;
    return recordError(
        'STRING_TOO_LONG',
        `${field.label}: data value too large: ${shown} (max length=${field.length})`,
        [field.name]
    );
}

export function outOfRange(field: FieldSchema, value: number): RecordError {
    return recordError(
        'NUMBER_OUTSIDE_VALID_RANGE',
        `${field.label}: value outside of valid range on numeric field: ${value}`,
        [field.name]
    );
}

export function badPicklistValue(field: FieldSchema, value: string): RecordError {
    return recordError(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `${field.label}: bad value for restricted picklist field: ${value}`,
        [field.name]
    );
}

export function badEmail(field: FieldSchema, value: string): RecordError {
    return recordError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
}

export function malformedId(field: FieldSchema, value: string): RecordError {
    return recordError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
}

/** The id of the record itself is none: its length or its check letters are wrong. */
export function badRecordId(id: string): RecordError {
    return recordError('MALFORMED_ID', `bad id ${id}`, ['Id']);
}

export function wrongObject(field: FieldSchema, value: string): RecordError {
    return recordError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, [
        field.name
    ]);
}

export function badReference(): RecordError {
    return recordError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}

export function deletedEntity(): RecordError {
    return recordError('ENTITY_IS_DELETED', 'entity is deleted');
}

export function duplicateValue(field: string, id: string): RecordError {
    return recordError('DUPLICATE_VALUE', `duplicate value found: ${field} duplicates value on record with id: ${id}`);
}

/** The value stands in a row that the user may not see, of which nothing is told. */
export function duplicateOutOfSight(): RecordError {
    return duplicateValue('<unknown>', '<unknown>');
}

export function ruleViolation(message: string, field: string | undefined): RecordError {
    return recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === undefined ? [] : [field]);
}

export function mayNotCreate(object: string): RecordError {
    return recordError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be inserted: ${object}`);
}

export function mayNotChange(): RecordError {
    return recordError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}
