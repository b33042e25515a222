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
    /** What the button says that ends the sending. */
    readonly stopLabel: string;
    /** Why it stopped; '' when it did not. */
    readonly stop: string;
    readonly work: readonly ShownRow[];
    /** What hands all of those over once more of whom nobody knows; '' where there are not several. */
    readonly allOnceMore: string;
}

/** Of people of whom nobody knows whether ConVox has them. */
export function unknownNumbers({ ends }: Progress): string[] {
    return ends.filter(({ outcome }) => outcome === 'unknown').map(({ member }) => member.number);
}

/** What somebody has to look after comes first; what was handed over before, which may be hundreds, last. */
const URGENCY: readonly RowEnd['outcome'][] = ['unknown', 'refused', 'waiting'];

export function shownProgress(
    { ends, leftOut, total, stop }: Progress,
    isSending: boolean,
    isStopping = false
): ShownProgress {
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
    /** What a press would hand over once more waits for the end: while it sends, a press does nothing. */
    const ofOutcome = (outcome: RowEnd['outcome']): ShownRow[] =>
        ends
            .filter((end) => end.outcome === outcome)
            .map(({ member: { id, name, number }, why }) => {
                const isAsked = outcome === 'unknown' && !isSending;
                return { id, name, number, why, onceMore: isAsked ? fillIn(labels.onceMore, number) : '' };
            });
    return {
        isBegun: total > 0 || leftOut.length > 0,
        percent: total === 0 ? 0 : Math.round((done / total) * 100),
        summary: parts.join(' · '),
        stopLabel: isStopping ? labels.stopping : labels.stop,
        stop: stop === '' ? '' : fillIn(labels.stopped, stop),
        work: [
            ...URGENCY.flatMap(ofOutcome),
            ...leftOut.map((left) => ({ ...left, onceMore: '' })),
            ...ofOutcome('before')
        ],
        allOnceMore: unknown > 1 && !isSending ? fillIn(labels.allOnceMore, unknown) : ''
    };
}
