/** Values to write, by field API name. */
export type CallFieldValues = Record<string, string | number | boolean | null>;

export type FieldValue = string | number | boolean | null | undefined;

const longestPayload = 32_768;

/** Leaves out what is blank: a write must never empty what an earlier one filled. */
export function filled(values: readonly (readonly [string, FieldValue])[]): CallFieldValues {
    const fields: CallFieldValues = {};
    for (const [name, value] of values) {
        if (value !== undefined && value !== null && value !== '') {
            fields[name] = value;
        }
    }
    return fields;
}

/** A payload as the long text fields hold it. */
export function payloadText(payload: string): string {
    return payload.slice(0, longestPayload);
}
