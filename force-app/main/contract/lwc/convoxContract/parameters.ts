import { cleanText, cut } from './wireText.ts';

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

interface KnownName<F extends string> {
    readonly rule: FieldRule<F>;
    readonly rank: number;
}

/** The fields of a message by every name they may come under, normalised; also as the sheet spells them, to save time. */
export type FieldTable<F extends string> = ReadonlyMap<string, KnownName<F>>;

export function fieldTable<F extends string>(rules: readonly FieldRule<F>[]): FieldTable<F> {
    const byName = new Map<string, KnownName<F>>();
    for (const rule of rules) {
        [rule.name, rule.otherName ?? rule.name, ...(rule.synonyms ?? [])].forEach((name, index) => {
            for (const key of [normaliseName(name), name]) {
                if (!byName.has(key)) {
                    byName.set(key, { rule, rank: index < 2 ? 0 : index });
                }
            }
        });
    }
    return byName;
}

/**
 * Sorts parameters into fields. The sheet's own spelling beats a synonym; between equals the first value that is not
 * blank wins, so that a repeated key can neither blank nor replace what was read before it. `asked`: the fields to read, and
 * nothing else; everything when left out.
 */
export function readParameters<F extends string>(
    table: FieldTable<F>,
    parameters: Parameters,
    asked?: ReadonlySet<F>
): ReadParameters<F> {
    const read: Reading<F> = {
        best: new Map(),
        present: new Set(),
        tooLong: new Set(),
        repeated: new Set(),
        unknown: new Map()
    };
    let count = 0;
    for (const [rawName, rawValue] of parameters) {
        count += 1;
        if (count > mostParameters) {
            break;
        }
        const known = table.get(rawName) ?? table.get(normaliseName(rawName));
        if (asked && !(known && asked.has(known.rule.field))) {
            continue;
        }
        if (known === undefined) {
            keepUnknown(read.unknown, rawName, rawValue);
        } else {
            keepKnown(read, known, rawName, rawValue);
        }
    }
    const { best, present, tooLong, repeated, unknown } = read;
    const text = (field: F): string => best.get(field)?.text ?? '';
    return { text, present, tooLong, repeated, unknown: Object.fromEntries(unknown) };
}

interface Reading<F extends string> {
    readonly best: Map<F, { rank: number; name: string; text: string }>;
    readonly present: Set<F>;
    readonly tooLong: Set<F>;
    readonly repeated: Set<F>;
    readonly unknown: Map<string, string>;
}

function keepKnown<F extends string>(
    read: Reading<F>,
    { rule, rank }: KnownName<F>,
    name: string,
    value: unknown
): void {
    const { field } = rule;
    const whole = cleanText(value, rule.multiline);
    const text = cut(whole, rule.limit);
    read.present.add(field);
    if (text === '') {
        return;
    }
    if (text !== whole) {
        read.tooLong.add(field);
    }
    const before = read.best.get(field);
    if (before === undefined || rank < before.rank) {
        read.best.set(field, { rank, name, text });
    }
    if (before !== undefined && before.text !== text) {
        const loser = rank < before.rank ? before : { name, text };
        read.repeated.add(field);
        keepUnknown(read.unknown, loser.name, loser.text, '__repeated');
    }
}

function keepUnknown(unknown: Map<string, string>, rawName: string, value: unknown, ending = ''): void {
    const name = cut(withoutPagePrefix(rawName), unknownNameLimit);
    const text = cut(cleanText(value), unknownValueLimit);
    if (name === '' || text === '' || unknown.size >= mostUnknown) {
        return;
    }
    const own = name + ending;
    const free = unknown.has(own) ? `${own}__repeated` : own;
    if (!unknown.has(free) && unknown.get(own) !== text) {
        unknown.set(free, text);
    }
}
