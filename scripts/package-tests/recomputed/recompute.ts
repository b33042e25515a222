import type { OrgRecord } from '../../local/org/records.ts';
import { dayIn, daysBetween } from './clock.ts';
import type { AmongOthers } from './definitions.ts';
import { amongOthers } from './definitions.ts';
import type { Figure, Grouping, Recomputed } from './recomputation.ts';
import { count, factsOf } from './recomputation.ts';
import type { RawCall, Rows } from './rows.ts';
import { textOf } from './rows.ts';

/** Who reads a report, and when. */
export interface Reader {
    readonly now: number;
    readonly timeZone: string;
}

export type Recompute = (rows: Rows, reader: Reader) => Recomputed;

interface Spec<Row> {
    /** Days before the reader's today that are looked at. */
    readonly days: number;
    readonly where?: (row: Row) => boolean;
    readonly down?: readonly Grouping<Row>[];
    readonly across?: readonly Grouping<Row>[];
    readonly figures?: Readonly<Record<string, Figure<Row>>>;
}

function recompute<Row>(
    rows: readonly Row[],
    { across = [], days, down = [], figures = {}, where = () => true }: Spec<Row>,
    dayOf: (row: Row) => string,
    name: (row: Row) => string,
    { now, timeZone }: Reader
): Recomputed {
    const found = rows.filter((row) => {
        const age = daysBetween(dayOf(row), dayIn(timeZone, now));
        return age >= 0 && age <= days && where(row);
    });
    return { facts: factsOf(found, down, across, { ...figures, Rows: count }), rows: found.map(name).toSorted() };
}

type CallSpec = Spec<RawCall>;

/** By the server's day. */
export const calls =
    (spec: CallSpec | ((others: AmongOthers, reader: Reader) => CallSpec)): Recompute =>
    (rows, reader) =>
        recompute(
            rows.calls,
            typeof spec === 'function' ? spec(amongOthers(rows.calls), reader) : spec,
            ({ day }) => day,
            ({ row }) => textOf(row, 'Name'),
            reader
        );

type DayOf = (row: OrgRecord, rows: Rows, reader: Reader) => string;

/** Rows of other objects. */
export const others =
    (
        of: (rows: Rows) => readonly OrgRecord[],
        dayOf: DayOf,
        spec: (rows: Rows, reader: Reader) => Spec<OrgRecord>,
        name: (row: OrgRecord, rows: Rows) => string = (row) => textOf(row, 'Name')
    ): Recompute =>
    (rows, reader) =>
        recompute(
            of(rows),
            spec(rows, reader),
            (row) => dayOf(row, rows, reader),
            (row) => name(row, rows),
            reader
        );
