const MOST_CHANGES = 2;

/** The known name that the given one was probably meant to be: at most two letters are missing, wrong or too many. */
export function nearest(given: string, known: readonly string[]): string | undefined {
    const [best] = known
        .map((name) => ({ name, changes: changesBetween(given, name) }))
        .filter(({ changes }) => changes <= MOST_CHANGES)
        .toSorted((one, other) => one.changes - other.changes);
    return best?.name;
}

/** Levenshtein's distance, row by row. */
function changesBetween(one: string, other: string): number {
    let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (const [at, letter] of [...one].entries()) {
        const row = [at + 1];
        for (const [index, known] of [...other].entries()) {
            const replaced = (previous[index] ?? 0) + (letter === known ? 0 : 1);
            row.push(Math.min(replaced, (previous[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
        }
        previous = row;
    }
    return previous.at(-1) ?? 0;
}
