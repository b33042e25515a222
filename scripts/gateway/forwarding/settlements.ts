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
    random: () => number
): Settlement {
    switch (row.outcome) {
        case 'stored':
            return { ...heldBy(call), outcome: 'settled' };
        case 'refused':
            return deadLetterOf(call, [row.code, ...row.fields].join(' '));
        case 'misconfigured':
            return putOff(call, rules.misconfiguredAfter, row.code);
        case 'retry': {
            const attempts = call.attempts + 1;
            return attempts >= rules.mostAttempts
                ? deadLetterOf(call, `${row.code} after ${attempts} attempts`)
                : putOff({ ...call, attempts }, backoff(attempts, rules.rowBackoff, random), row.code);
        }
    }
}

/** Puts a call off without counting an attempt. */
export function putOff(call: ClaimedCall, pause: number, reason: string): Settlement {
    return { ...heldBy(call), outcome: 'retry', attempts: call.attempts, pause, reason };
}

/** Gives a claim back as if it had not been taken: the call keeps its place and its attempts. */
export function givenBack(call: ClaimedCall): Settlement {
    return { ...heldBy(call), outcome: 'returned', attempts: call.attempts, place: call.place };
}

export function deadLetterOf(call: ClaimedCall, reason: string): Settlement {
    return { ...heldBy(call), outcome: 'dead', reason };
}

function heldBy({ reference, claim, pushes }: ClaimedCall): Pick<Settlement, 'reference' | 'claim' | 'seqs'> {
    return { reference, claim, seqs: pushes.map(({ seq }) => seq) };
}
