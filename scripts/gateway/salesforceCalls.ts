import { z } from 'zod';
import { answerBody } from './answerBody.ts';
import { LARGEST_BATCH } from './callSink.ts';
import type { CallSink, CallUpsert, StoreResult } from './callSink.ts';
import { createTokenSource, LoginRefused } from './salesforceToken.ts';
import type { SalesforceLogin, SalesforceSession } from './salesforceToken.ts';

export const CALLS_PATH = '/services/data/v66.0/composite/sobjects/ConVox_Call__c/Call_Reference__c';

const rowError = z.object({ statusCode: z.string(), fields: z.array(z.string()).default([]) });
const rowResults = z.array(
    z.object({ success: z.boolean(), created: z.boolean().optional(), errors: z.array(rowError).default([]) })
);
const requestErrors = z.array(z.object({ errorCode: z.string() }));

/** Two writers met at one row: the softphone and the push, or two pushes. The next attempt finds the row free. */
const collisions = new Set(['UNABLE_TO_LOCK_ROW', 'DUPLICATE_VALUE']);

/** Refusals of the whole request that pass by themselves. */
const passing = new Set(['REQUEST_LIMIT_EXCEEDED', 'SERVER_UNAVAILABLE', 'UNKNOWN_EXCEPTION', 'EXCEEDED_ID_LIMIT']);

const RETRY_SOON = 5;
const RETRY_LATER = 60;

/**
 * Upserts calls by their reference with `composite/sobjects`, one request a batch, rows independent of each other.
 * A session that has run out is renewed once; rows that collided with another writer are sent once more.
 */
export function createSalesforceCalls(login: SalesforceLogin, send: typeof fetch = fetch): CallSink {
    const tokens = createTokenSource(login, send);

    async function request(session: SalesforceSession, batch: readonly CallUpsert[]): Promise<Response> {
        return send(session.instanceUrl + CALLS_PATH, {
            method: 'PATCH',
            headers: { authorization: `Bearer ${session.accessToken}`, 'content-type': 'application/json' },
            body: JSON.stringify({ allOrNone: false, records: batch.map(recordOf) }),
            redirect: 'error',
            signal: AbortSignal.timeout(login.timeout)
        });
    }

    async function upsert(batch: readonly CallUpsert[]): Promise<readonly StoreResult[]> {
        const session = await tokens.session();
        const response = await request(session, batch);
        if (response.status !== 401) {
            return resultsOf(response, batch.length);
        }
        await response.body?.cancel();
        return resultsOf(await request(await tokens.renew(session), batch), batch.length);
    }

    async function store(batch: readonly CallUpsert[]): Promise<readonly StoreResult[]> {
        if (batch.length > LARGEST_BATCH) {
            throw new RangeError(`A batch has at most ${LARGEST_BATCH} calls, this one has ${batch.length}`);
        }
        if (batch.length === 0) {
            return [];
        }
        try {
            const first = await upsert(batch);
            const collided = batch.filter((_, index) => isCollision(first[index]));
            if (collided.length === 0) {
                return first;
            }
            const second = (await upsert(collided)).values();
            return first.map((result) => (isCollision(result) ? (second.next().value ?? result) : result));
        } catch (error) {
            return batch.map(() => failure(error));
        }
    }

    return {
        async store(batch) {
            const results = await store(batch);
            return results.map((result) => (isCollision(result) ? unavailable(collisionReason, RETRY_SOON) : result));
        }
    };
}

const collisionReason = 'Salesforce is saving the same call for someone else';

function recordOf({ reference, fields }: CallUpsert): object {
    return { attributes: { type: 'ConVox_Call__c' }, ...fields, Call_Reference__c: reference };
}

function isCollision(result: StoreResult | undefined): boolean {
    return result?.outcome === 'refused' && collisions.has(result.code);
}

async function resultsOf(response: Response, count: number): Promise<readonly StoreResult[]> {
    const answer = await answerBody(response);
    const rows = rowResults.safeParse(answer);
    if (response.ok && rows.success && rows.data.length === count) {
        return rows.data.map(({ success, created, errors }) =>
            success ? { outcome: 'stored', created: created ?? false } : refused(errors[0])
        );
    }
    return repeated(count, wholeRefusal(response, answer));
}

function wholeRefusal(response: Response, answer: unknown): StoreResult {
    const [error] = requestErrors.safeParse(answer).data ?? [];
    const code = error?.errorCode ?? `HTTP ${response.status}`;
    const reason = `Salesforce answered ${code}`;
    const passes = response.ok || response.status >= 500 || response.status === 429 || passing.has(code);
    return passes ? unavailable(reason, RETRY_LATER) : { outcome: 'misconfigured', reason };
}

function refused(error: z.infer<typeof rowError> | undefined): StoreResult {
    return { outcome: 'refused', code: error?.statusCode ?? 'UNKNOWN_EXCEPTION', fields: error?.fields ?? [] };
}

function unavailable(reason: string, retryAfterSeconds: number): StoreResult {
    return { outcome: 'unavailable', reason, retryAfterSeconds };
}

function failure(error: unknown): StoreResult {
    if (error instanceof LoginRefused) {
        return { outcome: 'misconfigured', reason: error.message };
    }
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    return unavailable(`Salesforce cannot be reached: ${reason}`, RETRY_SOON);
}

function repeated(count: number, result: StoreResult): readonly StoreResult[] {
    return Array.from({ length: count }, () => result);
}
