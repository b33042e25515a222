/**
 * One field of a message. `name` is the sheet's spelling, `otherName` its spelling for the other HTTP method.
 * `synonyms` are true synonyms only: differences of case, spaces, `_`, `-` and a leading `c__` need no entry.
 * `limit`: longest value in UTF-16 units. `multiline`: line breaks are kept. `literal`: words for nothing are a value like
 * any other. `whole`: a part of it is worth nothing, so that one too long is left out. `id`: has no blanks, so that one in
 * it was a `+` that nobody escaped. `phone`: of a text too long the number in it is kept.
 */
export interface FieldRule<F extends string> {
    readonly field: F;
    readonly name: string;
    readonly otherName?: string;
    readonly synonyms?: readonly string[];
    readonly limit: number;
    readonly multiline?: boolean;
    readonly literal?: boolean;
    readonly whole?: boolean;
    readonly id?: boolean;
    readonly phone?: boolean;
}

export function normaliseName(name: string): string {
    return withoutPagePrefix(name)
        .toLowerCase()
        .replace(/[\s_-]+/g, '');
}

/** Without Lightning's `c__`, and without the `amp;` of an address that was escaped for HTML. */
export function withoutPagePrefix(name: string): string {
    return name
        .trim()
        .replace(/^(?:amp;|c__\s*)+/i, '')
        .trim();
}

export interface KnownName<F extends string> {
    readonly rule: FieldRule<F>;
    readonly rank: number;
}

/** The fields of a message by every name they may come under, normalised; also as the sheet spells them, to save time. */
export type FieldTable<F extends string> = ReadonlyMap<string, KnownName<F>>;

/** What a name is to a message, in whatever spelling. */
export function knownName<F extends string>(table: FieldTable<F>, name: string): KnownName<F> | undefined {
    return table.get(name) ?? table.get(normaliseName(name));
}

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
