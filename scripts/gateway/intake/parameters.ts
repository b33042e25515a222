import type { PushShape } from '../journal/journal.ts';

export type Parameters = readonly (readonly [string, string])[];

/** The parameters of a body, in the order they came. Values of JSON that are no texts are read as the texts they stand for. */
export function parametersOf(shape: PushShape, body: string): Parameters {
    return shape === 'form' ? [...new URLSearchParams(body)] : jsonParameters(JSON.parse(body));
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

/** JSON of everything that came, by its own name; a name that came twice keeps all of its values. */
export function rawPayload(parameters: Parameters): string {
    const once = Object.fromEntries(parameters);
    if (Object.keys(once).length === parameters.length) {
        return JSON.stringify(once);
    }
    const values = new Map<string, string[]>();
    for (const [name, value] of parameters) {
        const earlier = values.get(name);
        if (earlier === undefined) {
            values.set(name, [value]);
        } else {
            earlier.push(value);
        }
    }
    const single = values.entries().map(([name, all]) => [name, all.length === 1 ? all[0] : all] as const);
    return JSON.stringify(Object.fromEntries(single));
}
