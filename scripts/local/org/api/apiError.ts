import type { RecordError } from '../records.ts';

/** One entry of Salesforce's error arrays. */
export interface ApiErrorEntry {
    readonly errorCode: string;
    readonly message: string;
    readonly fields?: readonly string[];
}

/** A refused request: HTTP status and the entries of the error array. */
export class ApiError extends Error {
    readonly status: number;
    readonly entries: readonly ApiErrorEntry[];

    constructor(status: number, entries: readonly ApiErrorEntry[]) {
        super(entries.map((entry) => entry.message).join('; '));
        this.name = 'ApiError';
        this.status = status;
        this.entries = entries;
    }
}

export function badRequest(errorCode: string, message: string): ApiError {
    return new ApiError(400, [{ errorCode, message }]);
}

export function notFound(message = 'The requested resource does not exist'): ApiError {
    return new ApiError(404, [{ errorCode: 'NOT_FOUND', message }]);
}

/** Names what a real org may have and this one has not. */
export function unsupported(what: string): ApiError {
    return new ApiError(501, [{ errorCode: 'API_NOT_SUPPORTED', message: `The local org does not support ${what}.` }]);
}

/** The failure of a single-record request; a record that is gone is a 404. */
export function saveFailure(errors: readonly RecordError[]): ApiError {
    const gone = errors.some((error) => error.statusCode === 'ENTITY_IS_DELETED' || error.statusCode === 'NOT_FOUND');
    return new ApiError(
        gone ? 404 : 400,
        errors.map(({ statusCode, message, fields }) => ({ message, errorCode: statusCode, fields }))
    );
}
