import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';
import type { LeftOut } from './plan.ts';
import type { RowEnd } from './rowEnd.ts';

/** How far a sending has come: of `total` rows those that ended, who was left out, and why it stopped. */
export interface Progress {
    readonly ends: readonly RowEnd[];
    readonly leftOut: readonly LeftOut[];
    readonly total: number;
    readonly stop: string;
}

export const NOT_BEGUN: Progress = { ends: [], leftOut: [], total: 0, stop: '' };

/** Somebody to look after. */
export interface ShownRow extends LeftOut {
    /** What hands the number over once more; '' where nothing is to be asked. */
    readonly onceMore: string;
}

export interface ShownProgress {
    readonly isBegun: boolean;
    readonly percent: number;
    readonly summary: string;
    /** Why it stopped; '' when it did not. */
    readonly stop: string;
    readonly work: readonly ShownRow[];
    /** What hands all of those over once more of whom nobody knows; '' where there are not several. */
    readonly allOnceMore: string;
}

export function shownProgress({ ends, leftOut, total, stop }: Progress, isSending: boolean): ShownProgress {
    const count = (outcome: RowEnd['outcome']): number => ends.filter((end) => end.outcome === outcome).length;
    const done = ends.length - count('waiting');
    const unknown = count('unknown');
    const some = (label: string, rows: number): string[] => (rows > 0 ? [fillIn(label, rows)] : []);
    const parts = [
        fillIn(labels.progress, done, total),
        fillIn(labels.accepted, count('accepted')),
        ...some(labels.beforeCount, count('before')),
        fillIn(labels.refused, count('refused') + leftOut.length),
        ...some(labels.waiting, isSending ? 0 : total - done),
        ...some(labels.unknown, unknown)
    ];
    return {
        isBegun: total > 0 || leftOut.length > 0,
        percent: total === 0 ? 100 : Math.round((done / total) * 100),
        summary: parts.join(' · '),
        stop: stop === '' ? '' : fillIn(labels.stopped, stop),
        work: [...ends.filter(({ outcome }) => outcome !== 'accepted').map(shownRow), ...leftOut.map(shownLeftOut)],
        allOnceMore: unknown > 1 ? fillIn(labels.allOnceMore, unknown) : ''
    };
}

function shownRow({ outcome, member: { id, name, number }, why }: RowEnd): ShownRow {
    return { id, name, number, why, onceMore: outcome === 'unknown' ? fillIn(labels.onceMore, number) : '' };
}

function shownLeftOut(left: LeftOut): ShownRow {
    return { ...left, onceMore: '' };
}
