import type { ClaimedCall, Settlement } from '../journal/journal.ts';
import type { RowOutcome } from '../salesforce/rowOutcome.ts';
import { backoff } from './backoff.ts';
import type { BackoffSettings } from './backoff.ts';

export interface SettlementRules {
    /** Attempts after which a call that Salesforce keeps refusing becomes a dead letter. */
    readonly mostAttempts: number;
    readonly rowBackoff: BackoffSettings;
    /** Milliseconds until a call is tried again that waits for somebody to change the org's settings. */
    readonly misconfiguredAfter: number;
}

/** What the journal is to remember of one call after an answer of Salesforce. */
export function settlementOf(
    call: ClaimedCall,
    row: RowOutcome,
    rules: SettlementRules,
    now: number,
    random: () => number
): Settlement {
    const base = { reference: call.reference, claim: call.claim, seqs: seqsOf(call) };
    switch (row.outcome) {
        case 'stored':
            return { ...base, outcome: 'settled' };
        case 'refused':
            return { ...base, outcome: 'dead', reason: [row.code, ...row.fields].join(' ') };
        case 'misconfigured': {
            const dueAt = now + rules.misconfiguredAfter;
            return { ...base, outcome: 'retry', attempts: call.attempts, dueAt, reason: row.code };
        }
        case 'retry': {
            const attempts = call.attempts + 1;
            if (attempts >= rules.mostAttempts) {
                return { ...base, outcome: 'dead', reason: `${row.code} after ${attempts} attempts` };
            }
            const dueAt = now + backoff(attempts, rules.rowBackoff, random);
            return { ...base, outcome: 'retry', attempts, dueAt, reason: row.code };
        }
    }
}

/** Gives a claim back as if it had not been taken: the call keeps its place and its attempts. */
export function givenBack(call: ClaimedCall, reason: string): Settlement {
    const { reference, claim, attempts, pushes } = call;
    const dueAt = pushes[0]?.receivedAt ?? 0;
    return { reference, claim, seqs: seqsOf(call), outcome: 'retry', attempts, dueAt, reason };
}

export function deadLetterOf(call: ClaimedCall, reason: string): Settlement {
    return { reference: call.reference, claim: call.claim, seqs: seqsOf(call), outcome: 'dead', reason };
}

function seqsOf({ pushes }: ClaimedCall): number[] {
    return pushes.map(({ seq }) => seq);
}
