import { knownName, withoutPagePrefix, type FieldRule, type FieldTable, type KnownName } from './fieldTable.ts';
import { phoneKey } from './phoneNumber.ts';
import { isPlaceholder } from './placeholder.ts';
import { cleanText, cut, isNothing } from './wireText.ts';

/** Names and values as they came off a query string, a form, a JSON object or a Lightning page state. */
export type Parameters = Iterable<readonly [string, unknown]>;

/**
 * `text` gives a field's value, '' when absent. `tooLong` lists fields whose value was cut or left out. `unknown` keeps what no rule claims, under its own name, and a second,
 * different value of a field under `<name>__repeated`.
 */
export interface ReadParameters<F extends string> {
    readonly text: (field: F) => string;
    readonly tooLong: ReadonlySet<F>;
    readonly repeated: ReadonlySet<F>;
    readonly unknown: Record<string, string>;
}

const mostParameters = 200;
const mostUnknown = 40;
const unknownNameLimit = 80;
const unknownValueLimit = 255;
const repeatedEnding = '__repeated';

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
        const known = knownName(table, rawName);
        if (asked && !(known && asked.has(known.rule.field))) {
            continue;
        }
        if (known === undefined) {
            keepUnknown(read.unknown, rawName, rawValue);
        } else {
            keepKnown(read, known, rawName, rawValue);
        }
    }
    const { best, tooLong, repeated, unknown } = read;
    const text = (field: F): string => best.get(field)?.text ?? '';
    return { text, tooLong, repeated, unknown: Object.fromEntries(unknown) };
}

interface Reading<F extends string> {
    readonly best: Map<F, { rank: number; name: string; text: string }>;
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
    const whole = saidIn(value, rule);
    const isLong = whole.length > rule.limit;
    const text = isLong ? cut(whole, rule.whole ? 0 : rule.limit) : whole;
    if (isLong) {
        read.tooLong.add(field);
    }
    if (text === '') {
        return;
    }
    const before = read.best.get(field);
    if (before === undefined || rank < before.rank) {
        read.best.set(field, { rank, name, text });
    }
    if (before !== undefined && before.text !== text) {
        const loser = rank < before.rank ? before : { name, text };
        read.repeated.add(field);
        keepUnknown(read.unknown, loser.name, loser.text, repeatedEnding);
    }
}

/** PHP's false is its word for nothing. */
function saidIn<F extends string>(value: unknown, { multiline, literal, id, phone, limit }: FieldRule<F>): string {
    const text = value === false ? '' : cleanText(value, multiline);
    if (!literal && isNothing(text)) {
        return '';
    }
    if (phone && text.length > limit) {
        return phoneKey(text) || text;
    }
    return id && text.includes(' ') && !isPlaceholder(text) ? text.replaceAll(/ +/g, '+') : text;
}

function keepUnknown(unknown: Map<string, string>, rawName: string, value: unknown, ending = ''): void {
    const name = cut(withoutPagePrefix(rawName), unknownNameLimit);
    const text = cut(cleanText(value), unknownValueLimit);
    if (name === '' || text === '' || isNothing(text) || unknown.size >= mostUnknown) {
        return;
    }
    const own = withEnding(name, ending);
    const free = unknown.has(own) ? withEnding(own, repeatedEnding) : own;
    if (!unknown.has(free) && unknown.get(own) !== text) {
        unknown.set(free, text);
    }
}

/** Not longer than a name may be, so that what is sent on is read as the same. */
function withEnding(name: string, ending: string): string {
    return cut(name, unknownNameLimit - ending.length) + ending;
}
