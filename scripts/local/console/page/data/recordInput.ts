import { messagesOf } from '../../platform/org/fetchResponse.ts';
import type { FieldInfo } from '../../platform/records/objectInfo.ts';

const NUMBERS = new Set(['Int', 'Double', 'Currency', 'Percent', 'Long']);

/** What an input control holds, as the value that the org takes for the field; '' means no value. */
export function formValue(field: FieldInfo | undefined, value: unknown): string | number | boolean | null {
    if (field?.dataType === 'Boolean') {
        return String(value) === 'true';
    }
    if ((value ?? '') === '') {
        return null;
    }
    if (typeof value === 'boolean') {
        return value;
    }
    return field && NUMBERS.has(field.dataType) ? Number(value) : String(value);
}

/** Why a record was not saved: for the whole record, and by field. */
export interface SaveProblems {
    readonly general: readonly string[];
    readonly byField: Readonly<Record<string, string>>;
}

function entries(value: unknown): [string, unknown][] {
    return value !== null && typeof value === 'object' ? Object.entries(value) : [];
}

/** Takes apart what Lightning Data Service says about a refused record. */
export function saveProblems(error: unknown): SaveProblems {
    const body = Object.fromEntries(entries(error))['body'];
    const output = Object.fromEntries(entries(Object.fromEntries(entries(body))['output']));
    const byField = Object.fromEntries(
        entries(output['fieldErrors']).map(([field, errors]) => [
            field,
            Array.isArray(errors) ? errors.flatMap(messagesOf).join(' ') : ''
        ])
    );
    const atFields = Object.values(byField);
    const general = messagesOf(error).filter((message) => !atFields.some((text) => text.includes(message)));
    return { general: general.length > 0 || atFields.length > 0 ? general : ['The record was not saved.'], byField };
}
