/** By where they stand: `SUPPORT › 9 × Inbound`, nothing on a side for all of it; each with its figures by their names. */
export type Facts = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** What a group is called by; '' for rows that have no value. */
export type Grouping<Row> = (row: Row) => string;
export type Figure<Row> = (rows: readonly Row[]) => number | null;

export interface Recomputed {
    readonly facts: Facts;
    /** Names of the rows' records. */
    readonly rows: readonly string[];
}

export const placeOf = (down: readonly string[], across: readonly string[]): string =>
    `${down.map(folded).join(' › ')} × ${across.map(folded).join(' › ')}`;

/** Texts that differ in case only are one group, and so are those that are none. */
const folded = (name: string): string => name.toUpperCase() || '(none)';

/** Figures of all rows, of each group of each level, and of each of them crossed with each across. */
export function factsOf<Row>(
    rows: readonly Row[],
    down: readonly Grouping<Row>[],
    across: readonly Grouping<Row>[],
    figures: Readonly<Record<string, Figure<Row>>>
): Facts {
    const levels = (row: Row, groupings: readonly Grouping<Row>[]): string[][] =>
        [...groupings.keys(), groupings.length].map((depth) => groupings.slice(0, depth).map((name) => name(row)));
    const groups = new Map<string, Row[]>([[placeOf([], []), []]]);
    for (const row of rows) {
        for (const inRows of levels(row, down)) {
            for (const inColumns of levels(row, across)) {
                const place = placeOf(inRows, inColumns);
                groups.set(place, [...(groups.get(place) ?? []), row]);
            }
        }
    }
    return Object.fromEntries(
        [...groups].map(([place, members]) => [
            place,
            Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure(members)]))
        ])
    );
}

type Numbered<Row> = (row: Row) => number | undefined;
const known = <Row>(rows: readonly Row[], of: Numbered<Row>): number[] =>
    rows.map(of).filter((value) => value !== undefined);
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

export const sum =
    <Row>(of: Numbered<Row>): Figure<Row> =>
    (rows) =>
        total(known(rows, of));
export const average =
    <Row>(of: Numbered<Row>): Figure<Row> =>
    (rows) => {
        const numbers = known(rows, of);
        return numbers.length === 0 ? null : total(numbers) / numbers.length;
    };
export const largest =
    <Row>(of: Numbered<Row>): Figure<Row> =>
    (rows) => {
        const numbers = known(rows, of);
        return numbers.length === 0 ? null : Math.max(...numbers);
    };
export const count: Figure<unknown> = (rows) => rows.length;
/** In per cent; nothing where there is nothing that it could be a share of. */
export const share =
    <Row>(part: (row: Row) => boolean, whole: (row: Row) => boolean = () => true): Figure<Row> =>
    (rows) => {
        const all = rows.filter(whole).length;
        return all === 0 ? null : (100 * rows.filter((row) => part(row)).length) / all;
    };
