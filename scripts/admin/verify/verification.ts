import { failureOf } from '../cli/failure.ts';
import type { Check, CheckContext, Finding } from './check.ts';
import { no } from './check.ts';

export interface CheckedFinding extends Finding {
    readonly check: Check;
}

/**
 * Runs checks one after the other and removes what they wrote, whatever happens. A check that throws is answered `no` with
 * the error as its evidence.
 * @throws Error when marked rows cannot be removed, naming them
 */
export async function verify(
    checks: readonly Check[],
    context: CheckContext,
    { onCheck, interrupted }: { onCheck: (check: Check) => void; interrupted: AbortSignal }
): Promise<CheckedFinding[]> {
    const findings: CheckedFinding[] = [];
    const writes = checks.some((check) => check.writes === true);
    try {
        if (writes) {
            await context.rows.remove();
        }
        for (const check of checks) {
            if (interrupted.aborted) {
                break;
            }
            onCheck(check);
            findings.push({ check, ...(await findingOf(check, context)) });
        }
    } finally {
        if (writes) {
            await context.rows.remove();
        }
    }
    return findings;
}

async function findingOf(check: Check, context: CheckContext): Promise<Finding> {
    try {
        return await check.run(context);
    } catch (error) {
        const { message, details } = failureOf(error);
        return no(message, details[0] ?? 'Ask again; if it stays, the evidence says what the org refused.');
    }
}
