/** Names and values as they came off a query string, a form, a JSON object or a Lightning page state. */
export type Parameters = Iterable<readonly [string, unknown]>;

/**
 * One field of a message. `name` is the sheet's spelling, `otherName` its spelling for the other HTTP method.
 * `synonyms` are true synonyms only: differences of case, spaces, `_`, `-` and a leading `c__` need no entry.
 * `limit`: longest value in UTF-16 units. `multiline`: line breaks are kept.
 */
export interface FieldRule<F extends string> {
    readonly field: F;
    readonly name: string;
    readonly otherName?: string;
    readonly synonyms?: readonly string[];
    readonly limit: number;
    readonly multiline?: boolean;
}

/**
 * `text` gives a field's value, '' when absent. `present` also holds fields that came blank.
 * `tooLong` lists fields whose value was cut. `unknown` keeps what no rule claims, under its own name, and a second,
 * different value of a field under `<name>__repeated`.
 */
export interface ReadParameters<F extends string> {
    readonly text: (field: F) => string;
    readonly present: ReadonlySet<F>;
    readonly tooLong: ReadonlySet<F>;
    readonly repeated: ReadonlySet<F>;
    readonly unknown: Record<string, string>;
}

const mostParameters = 200;
const mostUnknown = 40;
const unknownNameLimit = 80;
const unknownValueLimit = 255;

export function normaliseName(name: string): string {
    return withoutPagePrefix(name)
        .toLowerCase()
        .replace(/[\s_-]+/g, '');
}

function withoutPagePrefix(name: string): string {
    return name
        .trim()
        .replace(/^(?:c__\s*)+/i, '')
        .trim();
}

/**
 * Sorts parameters into fields. The sheet's own spelling beats a synonym; between equals the first value that is not
 * blank wins, so that a repeated key can neither blank nor replace what was read before it.
 */
export function readParameters<F extends string>(
    rules: readonly FieldRule<F>[],
    parameters: Parameters
): ReadParameters<F> {
    const best = new Map<F, { rank: number; name: string; text: string }>();
    const present = new Set<F>();
    const tooLong = new Set<F>();
    const repeated = new Set<F>();
    const unknown = new Map<string, string>();
    const byName = namesOf(rules);

    let count = 0;
    for (const [rawName, rawValue] of parameters) {
        count += 1;
        if (count > mostParameters) {
            break;
        }
        const name = cut(withoutPagePrefix(rawName), unknownNameLimit);
        const known = byName.get(normaliseName(rawName));
        if (known === undefined) {
            keepUnknown(unknown, name, rawValue);
            continue;
        }
        const { rule, rank } = known;
        present.add(rule.field);
        const whole = cleanText(rawValue, rule.multiline);
        const text = cut(whole, rule.limit);
        if (text === '') {
            continue;
        }
        if (text !== whole) {
            tooLong.add(rule.field);
        }
        const before = best.get(rule.field);
        if (before === undefined || rank < before.rank) {
            best.set(rule.field, { rank, name, text });
        }
        if (before !== undefined && before.text !== text) {
            const loser = rank < before.rank ? before : { name, text };
            repeated.add(rule.field);
            keepUnknown(unknown, `${loser.name}__repeated`, loser.text);
        }
    }
    const text = (field: F): string => best.get(field)?.text ?? '';
    return { text, present, tooLong, repeated, unknown: Object.fromEntries(unknown) };
}

function namesOf<F extends string>(rules: readonly FieldRule<F>[]): Map<string, { rule: FieldRule<F>; rank: number }> {
    const byName = new Map<string, { rule: FieldRule<F>; rank: number }>();
    for (const rule of rules) {
        [rule.name, rule.otherName ?? rule.name, ...(rule.synonyms ?? [])].forEach((name, index) => {
            const key = normaliseName(name);
            if (!byName.has(key)) {
                byName.set(key, { rule, rank: index < 2 ? 0 : index });
            }
        });
    }
    return byName;
}

function keepUnknown(unknown: Map<string, string>, name: string, value: unknown): void {
    const text = cut(cleanText(value), unknownValueLimit);
    if (name === '' || text === '' || unknown.size >= mostUnknown) {
        return;
    }
    const free = unknown.has(name) ? `${name}__repeated` : name;
    if (!unknown.has(free) && unknown.get(name) !== text) {
        unknown.set(free, text);
    }
}

function cleanText(value: unknown, multiline = false): string {
    if (typeof value === 'string') {
        return value.replace(multiline ? /[^\P{Cc}\n\r\t]/gu : /\p{Cc}/gu, ' ').trim();
    }
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

// Half of a surrogate pair would be neither text nor storable.
function cut(text: string, limit: number): string {
    return text.length <= limit
        ? text
        : text
              .slice(0, limit)
              .replace(/[\uD800-\uDBFF]$/, '')
              .trim();
}
