/** The value of a JSON text, undefined for a text that is none. What it holds is the caller's to check. */
export function parseJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
