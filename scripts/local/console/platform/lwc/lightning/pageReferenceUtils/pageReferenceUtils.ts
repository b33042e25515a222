/** Field values as one URL-safe text, for `state.defaultFieldValues` of a new-record page: `LastName=Iyer,Phone=98...`. */
export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string {
    return Object.entries(values)
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([field, value]) => `${field}=${encodeURIComponent(String(value))}`)
        .join(',');
}

/** Hand-written links often hold a lone percent sign. */
function decoded(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

export function decodeDefaultFieldValues(encoded: string): Record<string, string> {
    return Object.fromEntries(
        encoded
            .split(',')
            .filter((pair) => pair.includes('='))
            .map((pair) => {
                const split = pair.indexOf('=');
                return [pair.slice(0, split).trim(), decoded(pair.slice(split + 1))];
            })
    );
}
