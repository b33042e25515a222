import { levelOf, rankedNames, rankedValues, rankOf, rankText, rankTexts, talkLevels } from './callRanks.ts';
import type { RankTexts, Receipt } from './callRanks.ts';
import { ranksOfStatus, talkOf, type Talk } from './callRanking.ts';
import type { CallStatus } from './callStatus.ts';
import { qualityOf } from './callQuality.ts';

/** What one push says, and when it was received. */
export interface Saying {
    readonly status: CallStatus;
    readonly receipt: Receipt;
}

/** What one agent had of a call. rank: 15 digits; of two accounts of the same agent the higher one counts. */
export interface AgentLeg {
    readonly agentCode: string;
    readonly seconds: number | undefined;
    readonly disposition: string;
    readonly rank: string;
}

/** legs: of every agent who was connected, the fullest account first. earlier: those of them who do not have the call. */
export interface MergedCall {
    readonly status: CallStatus;
    readonly talk: Talk;
    readonly ranks: RankTexts;
    readonly legs: readonly AgentLeg[];
    readonly earlier: readonly AgentLeg[];
}

/** Agents that are kept of one call. */
const mostLegs = 6;

/**
 * What the pushes of one call say together, whatever order they are given in: of each value the one of the highest rank,
 * which a blank one never has, and what is doubtful about that. `docs/one-call.md` says it in words.
 */
export function mergeSayings([first, ...others]: readonly [Saying, ...Saying[]]): MergedCall {
    let { status } = first;
    const ranks = ranksOfStatus(status, first.receipt);
    for (const { status: said, receipt } of others) {
        const theirs = ranksOfStatus(said, receipt);
        const won = rankedValues.filter((name) => theirs[name] > ranks[name]);
        const unknown = { ...status.unknown, ...said.unknown };
        status = { ...status, ...Object.fromEntries(won.map((name) => [name, said[name]])), unknown };
        rankedNames.forEach((name) => (ranks[name] = Math.max(ranks[name], theirs[name])));
    }
    const talk = talkOfLevel(levelOf(ranks.talk));
    const legs = legsOf([first, ...others]);
    const agent = status.agentCode.toLowerCase();
    const earlier = legs.filter(({ agentCode }) => agentCode.toLowerCase() !== agent);
    const quality = qualityOf(ranks, earlier.length > 0);
    return { status: { ...status, quality }, talk, ranks: rankTexts(ranks), legs, earlier };
}

function talkOfLevel(level: number): Talk {
    if (level === talkLevels.unsaid) {
        return 'unsaid';
    }
    return level === talkLevels.connected ? 'connected' : 'notConnected';
}

function legsOf(sayings: readonly Saying[]): AgentLeg[] {
    const legs = new Map<string, AgentLeg>();
    for (const { status, receipt } of sayings) {
        const { agentCode, durationSeconds: seconds, disposition } = status;
        if (agentCode !== '' && talkOf(status) === 'connected') {
            const fullness = 1 + (seconds === undefined ? 0 : 1) + (disposition === '' ? 0 : 1);
            const rank = rankText(rankOf(fullness, receipt));
            const key = agentCode.toLowerCase();
            if (rank > (legs.get(key)?.rank ?? '')) {
                legs.set(key, { agentCode, seconds, disposition, rank });
            }
        }
    }
    return [...legs.values()].sort((one, other) => (one.rank < other.rank ? 1 : -1)).slice(0, mostLegs);
}
