type Key = string | number;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at the end of the path, or undefined as soon as a step is missing. */
export function valueAt(root: unknown, ...path: readonly Key[]): unknown {
    let value = root;
    for (const key of path) {
        if (Array.isArray(value) && typeof key === 'number') {
            value = value[key];
        } else if (isRecord(value)) {
            value = value[key];
        } else {
            return undefined;
        }
    }
    return value;
}

/** The text at the path; '' when there is none. Numbers are written out, other values are not text. */
export function textAt(root: unknown, ...path: readonly Key[]): string {
    const value = valueAt(root, ...path);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function numberAt(root: unknown, ...path: readonly Key[]): number | undefined {
    const value = valueAt(root, ...path);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function isTrueAt(root: unknown, ...path: readonly Key[]): boolean {
    return valueAt(root, ...path) === true;
}

/** The list at the path; empty when there is none. */
export function listAt(root: unknown, ...path: readonly Key[]): readonly unknown[] {
    const value = valueAt(root, ...path);
    return Array.isArray(value) ? value : [];
}

/** The parsed text; undefined when it is no JSON. */
export function parseJson(text: string | null): unknown {
    try {
        return JSON.parse(text ?? '');
    } catch {
        return undefined;
    }
}
