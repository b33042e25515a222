/** Parameters as a form or JSON holds them; false, which PHP writes where it has nothing to say, is the field's to read. */
export type SentParameters = Iterable<readonly [string, string | false]>;

/** The parameters of a JSON object. Values that are no texts are read as the texts they stand for. */
export function jsonParameters(value: unknown): [string, string | false][] {
    return typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, entry]) =>
              textsOf(entry).map((text): [string, string | false] => [name, text])
          )
        : [];
}

/** Of a list the first value, and the whole list as a second one, which the contract then keeps and flags. */
function textsOf(value: unknown): (string | false)[] {
    if (!isList(value)) {
        return [textOf(value)];
    }
    const [first, ...others] = value;
    return others.length === 0 ? [textOf(first)] : [textOf(first), textOf(value)];
}

function isList(value: unknown): value is readonly unknown[] {
    return Array.isArray(value);
}

function textOf(value: unknown): string | false {
    if (value === null || value === undefined) {
        return '';
    }
    return typeof value === 'string' || value === false ? value : (phpDate(value) ?? JSON.stringify(value));
}

/** PHP's DateTime: `{"date":"2026-11-28 15:29:00.000000","timezone_type":3,"timezone":"Asia/Kolkata"}`. */
function phpDate(value: unknown): string | undefined {
    const isDate = typeof value === 'object' && value !== null && 'date' in value && 'timezone' in value;
    return isDate && typeof value.date === 'string' && typeof value.timezone === 'string'
        ? `${value.date} ${value.timezone}`
        : undefined;
}
