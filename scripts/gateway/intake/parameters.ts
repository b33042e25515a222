import type { PushShape } from '../journal/journal.ts';

export type Parameters = Iterable<readonly [string, string]>;

/** The parameters of a body, in the order they came. Values of JSON that are no texts are read as the texts they stand for. */
export function parametersOf(shape: PushShape, body: string): Parameters {
    return shape === 'form' ? new URLSearchParams(body) : jsonParameters(JSON.parse(body));
}

export function jsonParameters(value: unknown): Parameters {
    return typeof value === 'object' && value !== null
        ? Object.entries(value).map(([name, entry]) => [name, textOf(entry)])
        : [];
}

function textOf(value: unknown): string {
    if (value === null || value === undefined) {
        return '';
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
}
