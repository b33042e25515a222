import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';
import type { LeftOut } from './plan.ts';
import type { RowEnd } from './sendChunk.ts';

/** How far a sending has come: of `total` rows those that ended, and who was left out. */
export interface Progress {
    readonly ends: readonly RowEnd[];
    readonly leftOut: readonly LeftOut[];
    readonly total: number;
}

export const NOT_BEGUN: Progress = { ends: [], leftOut: [], total: 0 };

export interface ShownProgress {
    readonly isBegun: boolean;
    readonly percent: number;
    readonly summary: string;
    /** Those to look after. */
    readonly work: readonly LeftOut[];
}

export function shownProgress({ ends, leftOut, total }: Progress): ShownProgress {
    const count = (outcome: RowEnd['outcome']): number => ends.filter((end) => end.outcome === outcome).length;
    const parts = [
        fillIn(labels.progress, ends.length, total),
        fillIn(labels.accepted, count('accepted')),
        fillIn(labels.refused, count('refused') + leftOut.length),
        ...(count('unknown') > 0 ? [fillIn(labels.unknown, count('unknown'))] : [])
    ];
    return {
        isBegun: total > 0 || leftOut.length > 0,
        percent: total === 0 ? 100 : Math.round((ends.length / total) * 100),
        summary: parts.join(' · '),
        work: [...ends.flatMap(({ outcome, told }) => (outcome === 'accepted' ? [] : [told])), ...leftOut]
    };
}
