import type { AgentNews } from '../agentStates/agentNews.ts';
import { callNews } from '../agentStates/callNews.ts';
import type { CallExtras } from '../extraFields/callExtras.ts';
import type { ClaimedCall, Settlement } from '../journal/journal.ts';
import type { ApiUsage } from '../salesforce/apiUsage.ts';
import type { RowOutcome } from '../salesforce/rowOutcome.ts';
import type { BatchOutcome, CallUpsert, SalesforceCalls } from '../salesforce/salesforceCalls.ts';
import { zoneOf } from '../serverZones.ts';
import type { ServerZones } from '../serverZones.ts';
import { mergePushes } from './mergedCall.ts';
import type { MergedCall } from './mergedCall.ts';
import { deadLetterOf } from './settlements.ts';
import type { SettlementRules } from './settlements.ts';

/** What one request to Salesforce came to. Durations in milliseconds. */
export interface RequestReport {
    readonly calls: number;
    readonly pushes: number;
    readonly took: number;
    readonly outcome: BatchOutcome['outcome'];
    readonly usage?: ApiUsage;
    /** How many calls of an answered request came to what. */
    readonly rows: Readonly<Record<RowOutcome['outcome'], number>>;
}

export interface DeliveryOptions {
    readonly calls: SalesforceCalls;
    readonly zones: ServerZones;
    readonly extras: CallExtras;
    readonly rules: SettlementRules;
    /** Milliseconds of a clock that is not set back. */
    readonly now: () => number;
    readonly random: () => number;
    readonly requested: (report: RequestReport) => void;
}

export interface Sendable {
    readonly claimed: ClaimedCall;
    readonly upsert: CallUpsert;
    /** What its end tells of the agent. */
    readonly news?: AgentNews;
    /** Parameters whose value does not fit their field. */
    readonly unfit: readonly string[];
}

export interface UnderstoodCalls {
    readonly sendable: readonly Sendable[];
    readonly dead: readonly Settlement[];
}

type Understanding = Pick<DeliveryOptions, 'zones' | 'extras'>;

/** Calls as Salesforce takes them; what makes no sense any more is a dead letter. */
export function understood(claimed: readonly ClaimedCall[], context: Understanding): UnderstoodCalls {
    const sendable: Sendable[] = [];
    const dead: Settlement[] = [];
    for (const call of claimed) {
        const merged = mergedIn(call, context);
        if (merged.ok) {
            const news = callNews(merged.status, merged.receivedAt, call.pushes[0]?.server);
            sendable.push({ claimed: call, upsert: merged.call, unfit: merged.unfit, ...(news && { news }) });
        } else {
            dead.push(deadLetterOf(call, merged.problems.join(', ')));
        }
    }
    return { sendable, dead };
}

/** A server that was set up when it pushed may be so no more: its calls wait for an administrator. */
function mergedIn({ reference, pushes }: ClaimedCall, { zones, extras }: Understanding): MergedCall {
    const [{ server } = {}] = pushes;
    const timeZone = zoneOf(zones, server);
    if (timeZone === undefined) {
        return { ok: false, problems: [`The server ${server} is not set up`] };
    }
    const source = { others: Object.keys(zones.serverZones ?? {}), ...(server !== undefined && { server }) };
    const merged = mergePushes(reference, pushes, timeZone, extras.reader(reference, server), source);
    return merged.ok ? merged : { ok: false, problems: [`Not understood: ${merged.problems.join(', ')}`] };
}

/** Asks Salesforce once, and reports it. */
export async function request(
    part: readonly Sendable[],
    { calls, now, requested }: DeliveryOptions,
    ended: AbortSignal
): Promise<BatchOutcome> {
    const started = now();
    const answer = await calls.upsert(
        part.map(({ upsert }) => upsert),
        ended
    );
    requested({
        calls: part.length,
        pushes: part.reduce((sum, { claimed }) => sum + claimed.pushes.length, 0),
        took: now() - started,
        outcome: answer.outcome,
        ...(answer.usage === undefined ? {} : { usage: answer.usage }),
        rows: countRows(answer)
    });
    return answer;
}

function countRows(answer: BatchOutcome): RequestReport['rows'] {
    const counts = { stored: 0, retry: 0, misconfigured: 0, refused: 0 };
    for (const { outcome } of answer.outcome === 'answered' ? answer.rows : []) {
        counts[outcome] += 1;
    }
    return counts;
}
