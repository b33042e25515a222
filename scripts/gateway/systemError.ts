/** Node's code of an error, such as `ECONNREFUSED`; '' when it has none. */
export function errorCode(error: unknown): string {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

export function errorText(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
