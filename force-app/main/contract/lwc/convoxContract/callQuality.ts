import { doubtsOf, levelOf, levels, type RankedName, type Ranks } from './callRanks.ts';
import { qualityFlags, type QualityFlag } from './callStatusValues.ts';

type Doubt = (ranks: Readonly<Ranks>, isShared: boolean) => boolean;

const lasting =
    (name: RankedName): Doubt =>
    (ranks) =>
        ranks[name] > 0;
const unreadable =
    (name: RankedName): Doubt =>
    (ranks) =>
        ranks[name] > 0 && levelOf(ranks[name]) === levels.unreadable;
const doubtful =
    (name: RankedName): Doubt =>
    (ranks) =>
        ranks[name] === 0 || doubtsOf(ranks[name]) > 0;
const ofStart =
    (bit: number): Doubt =>
    (ranks) =>
        (doubtsOf(ranks.startedAt) & bit) > 0;

const doubts: Readonly<Record<QualityFlag, Doubt>> = {
    valueCut: lasting('valueCut'),
    fieldRepeated: lasting('fieldRepeated'),
    numberWithoutKey: doubtful('mobileNumber'),
    referenceMissing: lasting('referenceMissing'),
    statusUnknown: doubtful('convoxStatus'),
    startMissing: ({ startedAt }) => startedAt === 0,
    startUnreadable: unreadable('startedAt'),
    startTimeMissing: ofStart(1),
    startTimeUnreadable: ofStart(2),
    startInFuture: ofStart(4),
    durationUnreadable: unreadable('durationSeconds'),
    queueDurationUnreadable: unreadable('queueSeconds'),
    ringDurationUnreadable: unreadable('ringSeconds'),
    followUpUnreadable: unreadable('followUpAt'),
    severalAgents: (_ranks, isShared) => isShared
};

/**
 * What is doubtful about the values that have these ranks: a doubt goes with the value it is about.
 * @param isShared other agents than the one who has the call were connected, too
 */
export function qualityOf(ranks: Readonly<Ranks>, isShared: boolean): QualityFlag[] {
    return qualityFlags.filter((flag) => doubts[flag](ranks, isShared));
}
