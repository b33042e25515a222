import type { RecordError } from '../records.ts';
import type { ObjectSchema } from '../../metadata/objects/schema.ts';
import { findField } from '../../metadata/objects/schema.ts';
import type { ApiErrorEntry } from './apiError.ts';
import { ApiError } from './apiError.ts';

/** One error of a record that could not be saved, as Lightning Data Service hands it to a component. */
interface UiRecordError {
    readonly constituentField: null;
    readonly duplicateRecordError: null;
    readonly errorCode: string;
    readonly field: string | null;
    readonly fieldLabel: string | null;
    readonly message: string;
}

interface UiErrorEntry extends ApiErrorEntry {
    readonly enhancedErrorType: 'RecordError';
    readonly statusCode: 400;
    readonly output: {
        readonly errors: readonly UiRecordError[];
        readonly fieldErrors: Readonly<Record<string, readonly UiRecordError[]>>;
    };
}

/** The UI API's answer to a record that could not be saved: errors of the page, and errors by field. */
export function uiSaveFailure(object: ObjectSchema, errors: readonly RecordError[]): ApiError {
    const detailed = errors.flatMap((error) =>
        (error.fields.length > 0 ? error.fields : [null]).map((field): UiRecordError => ({
            constituentField: null,
            duplicateRecordError: null,
            errorCode: error.statusCode,
            field,
            fieldLabel: field === null ? null : (findField(object, field)?.label ?? field),
            message: error.message
        }))
    );
    const byField = Map.groupBy(
        detailed.filter((error) => error.field !== null),
        (error) => error.field ?? ''
    );
    const entry: UiErrorEntry = {
        errorCode: errors[0]?.statusCode ?? 'UNKNOWN_EXCEPTION',
        message: 'An error occurred while trying to update the record. Please try again.',
        enhancedErrorType: 'RecordError',
        statusCode: 400,
        output: {
            errors: detailed.filter((error) => error.field === null),
            fieldErrors: Object.fromEntries(byField)
        }
    };
    return new ApiError(400, [entry]);
}
