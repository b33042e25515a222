import type { ClaimedCall, ClaimRequest, Push, Settlement } from './journal.ts';

export const NOW = 1_795_000_000_000;
export const SECOND = 1000;

export function push(reference: string, receivedAt = NOW, body = `CALL_REFERENCE_ID=${reference}`): Push {
    return { reference, receivedAt, shape: 'form', body };
}

/** The journal's clock in tests. */
export const clock = { now: NOW };

export function request(changes: Partial<ClaimRequest> = {}): ClaimRequest {
    return { limit: 200, mostBytes: 1_000_000, lease: 60 * SECOND, partialAfter: 0, ...changes };
}

export function held({ reference, claim, pushes }: ClaimedCall): { reference: string; claim: string; seqs: number[] } {
    return { reference, claim, seqs: pushes.map(({ seq }) => seq) };
}

export const settled = (call: ClaimedCall): Settlement => ({ ...held(call), outcome: 'settled' });
export const dead = (call: ClaimedCall): Settlement => ({ ...held(call), outcome: 'dead', reason: 'STRING_TOO_LONG' });
export const references = (calls: readonly ClaimedCall[]): string[] => calls.map(({ reference }) => reference);
