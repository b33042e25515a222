import {
    lastingDoubts,
    levels,
    noRanks,
    otherValues,
    rankOf,
    rankTexts,
    talkLevels,
    talkValues,
    unreadableDoubts,
    valueDoubts,
    type RankTexts,
    type Ranks,
    type Receipt
} from './callRanks.ts';
import type { CallStatus } from './callStatus.ts';
import type { QualityFlag } from './callStatusValues.ts';
import { phoneKey } from './phoneNumber.ts';
import type { ScreenPop } from './screenPop.ts';

/** Whether agent and customer spoke, as far as one push knows. */
export type Talk = 'connected' | 'notConnected' | 'unsaid';

/**
 * A known CALL_STATUS decides. Seconds of talk tell as much under any other; a word that nobody knows counts as connected
 * when it comes with an agent; no word at all says nothing.
 */
export function talkOf({ convoxStatus, connected, durationSeconds = 0, agentCode }: CallStatus): Talk {
    if (connected !== undefined) {
        return connected ? 'connected' : 'notConnected';
    }
    if (durationSeconds > 0) {
        return 'connected';
    }
    if (convoxStatus === '') {
        return 'unsaid';
    }
    return agentCode === '' ? 'notConnected' : 'connected';
}

/**
 * The ranks of what one push says. Connected counts more than not connected; a push without a CALL_STATUS, a late
 * recording or a correction, counts as not connected for the talk and as connected for everything else.
 */
export function ranksOfStatus(status: CallStatus, receipt: Receipt): Ranks {
    const talk = talkOf(status);
    const { full, lesser } = levels;
    const ranks = { ...noRanks, talk: rankOf(talkLevels[talk], receipt) };
    const said = rankOf(talk === 'connected' ? full : lesser, receipt);
    for (const name of talkValues) {
        ranks[name] = isFilled(status[name]) ? said : 0;
    }
    if (status.quality.some((flag) => flag === 'startTimeMissing' || flag === 'startTimeUnreadable')) {
        // A day alone takes no hour away that anything else has told.
        ranks.startedAt &&= rankOf(levels.lowest, receipt);
    }
    const besides = rankOf(talk === 'notConnected' ? lesser : full, receipt);
    for (const name of otherValues) {
        ranks[name] = isFilled(status[name]) ? besides : 0;
    }
    // A recording that comes alone is of the talk, and the one of who did not answer is none.
    ranks.recordingFile = isFilled(status.recordingFile) ? besides : 0;
    addDoubts(ranks, new Set(status.quality), receipt);
    return ranks;
}

/** Doubts ride on the rank of what they are about, and stand for what could not be read. */
function addDoubts(ranks: Ranks, doubts: ReadonlySet<QualityFlag>, receipt: Receipt): void {
    for (const [name, flag, bit] of valueDoubts) {
        ranks[name] += ranks[name] > 0 && doubts.has(flag) ? bit : 0;
    }
    for (const [name, flag] of unreadableDoubts) {
        ranks[name] ||= doubts.has(flag) ? rankOf(levels.unreadable, receipt) : 0;
    }
    for (const flag of lastingDoubts) {
        ranks[flag] = doubts.has(flag) ? rankOf(levels.lowest, receipt) : 0;
    }
}

/** The ranks of what a screen pop says: whatever a push says counts more. poppedAt: milliseconds since 1970. */
export function ranksOfPop(pop: ScreenPop, poppedAt: number): RankTexts {
    const rank = rankOf(levels.lowest, { receivedAt: poppedAt, order: 0 });
    const said = (value: string | undefined): number => (isFilled(value) ? rank : 0);
    const number = said(pop.callerNumber);
    return rankTexts({
        talk: rankOf(talkLevels.pop, { receivedAt: poppedAt, order: 0 }),
        agentCode: said(pop.agentCode),
        startedAt: rank,
        mobileNumber: number > 0 && phoneKey(pop.callerNumber) === '' ? number + 1 : number,
        convoxId: said(pop.convoxId),
        direction: said(pop.direction),
        did: said(pop.did),
        processName: said(pop.process),
        typeOfCall: said(pop.typeOfCall),
        pop: rank
    });
}

function isFilled(value: string | number | undefined): boolean {
    return value !== undefined && value !== '';
}
