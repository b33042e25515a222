/** A query that the org refuses, with Salesforce's error code: `INVALID_FIELD`, `MALFORMED_QUERY` ... */
export class QueryError extends Error {
    readonly errorCode: string;

    constructor(errorCode: string, message: string) {
        super(message);
        this.name = 'QueryError';
        this.errorCode = errorCode;
    }
}
