import { z } from 'zod';
import { CALL_OBJECT, CALL_REFERENCE_FIELD } from '#call-record';
import { answerBody } from './answerBody.ts';
import { readLimitInfo } from './apiUsage.ts';
import type { ApiUsage } from './apiUsage.ts';
import { classifyRow } from './rowOutcome.ts';
import type { RowOutcome } from './rowOutcome.ts';
import { createTokenSource, LoginRefused } from './salesforceToken.ts';
import type { SalesforceLogin, SalesforceSession } from './salesforceToken.ts';

export const CALLS_PATH = `/services/data/v66.0/composite/sobjects/${CALL_OBJECT}/${CALL_REFERENCE_FIELD}`;
export const LARGEST_BATCH = 200;

/**
 * One call's values for Salesforce, keyed by the field's API name, its reference among them. Fields that are left out keep
 * their value.
 */
export interface CallUpsert {
    /** Value of `Call_Reference__c`. */
    readonly reference: string;
    readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

export type BatchOutcome = { readonly usage?: ApiUsage } & (
    | { readonly outcome: 'answered'; readonly rows: readonly RowOutcome[] }
    /** The batch can be sent again later as it is; one that `timedOut` rather in parts. */
    | {
          readonly outcome: 'unavailable';
          readonly reason: string;
          readonly retryAfterSeconds?: number;
          readonly timedOut?: boolean;
      }
    /** Salesforce takes no call until someone changes the settings of the org or of this program. */
    | { readonly outcome: 'misconfigured'; readonly reason: string }
    /** Salesforce cannot read the request; one of its calls may be the cause. */
    | { readonly outcome: 'unreadable'; readonly reason: string }
);

export interface SalesforceCalls {
    /**
     * At most 200 calls, each reference once, one result per call in order. Resolves also when all of it failed, or when
     * `ended` gives it up.
     */
    upsert(batch: readonly CallUpsert[], ended?: AbortSignal): Promise<BatchOutcome>;
}

const rowError = z.object({ statusCode: z.string(), fields: z.array(z.string()).default([]) });
const rowResults = z.array(
    z.object({ success: z.boolean(), created: z.boolean().optional(), errors: z.array(rowError).default([]) })
);
const requestErrors = z.array(z.object({ errorCode: z.string() }));

/** Refusals of the whole request that pass by themselves. */
const PASSING = new Set(['REQUEST_LIMIT_EXCEEDED', 'SERVER_UNAVAILABLE', 'UNKNOWN_EXCEPTION']);

/** Refusals of the whole request that fewer calls may not meet. */
const UNREADABLE = new Set(['JSON_PARSER_ERROR', 'EXCEEDED_ID_LIMIT', 'HTTP 413']);

/**
 * Upserts calls by their reference with `composite/sobjects`, one request a batch, rows independent of each other.
 * A session that has run out is renewed once; nothing else is sent twice.
 */
export function createSalesforceCalls(login: SalesforceLogin, send: typeof fetch = fetch): SalesforceCalls {
    const tokens = createTokenSource(login, send);

    function request(
        session: SalesforceSession,
        batch: readonly CallUpsert[],
        ended: AbortSignal | undefined
    ): Promise<Response> {
        const late = AbortSignal.timeout(login.timeout);
        return send(session.instanceUrl + CALLS_PATH, {
            method: 'PATCH',
            headers: { authorization: `Bearer ${session.accessToken}`, 'content-type': 'application/json' },
            body: requestBody(batch),
            redirect: 'error',
            signal: ended === undefined ? late : AbortSignal.any([late, ended])
        });
    }

    async function answer(batch: readonly CallUpsert[], ended: AbortSignal | undefined): Promise<Response> {
        const session = await tokens.session();
        const response = await request(session, batch, ended);
        if (response.status !== 401) {
            return response;
        }
        await response.body?.cancel();
        return request(await tokens.renew(session), batch, ended);
    }

    return {
        async upsert(batch, ended) {
            if (batch.length > LARGEST_BATCH) {
                throw new RangeError(`A batch has at most ${LARGEST_BATCH} calls, this one has ${batch.length}`);
            }
            if (batch.length === 0) {
                return { outcome: 'answered', rows: [] };
            }
            try {
                return await outcomeOf(await answer(batch, ended), batch.length);
            } catch (error) {
                return failure(error);
            }
        }
    };
}

/** Salesforce wants the attributes first. Put together as text: to copy each call into one more object takes as long again. */
const ATTRIBUTES = JSON.stringify({ attributes: { type: CALL_OBJECT } }).slice(0, -1);

function requestBody(batch: readonly CallUpsert[]): string {
    const bodyWith = (written: (fields: CallUpsert['fields']) => string): string =>
        `{"allOrNone":false,"records":[${batch.map(({ fields }) => `${ATTRIBUTES},${written(fields).slice(1)}`).join()}]}`;
    const body = bodyWith((fields) => JSON.stringify(fields));
    // A lone surrogate in one text, which JSON can only escape, would make Salesforce refuse the whole request.
    return /\\ud[89a-f]/.test(body) ? bodyWith((fields) => JSON.stringify(fields, wellFormed)) : body;
}

function wellFormed(_name: string, value: unknown): unknown {
    return typeof value === 'string' ? value.toWellFormed() : value;
}

async function outcomeOf(response: Response, count: number): Promise<BatchOutcome> {
    const usage = readLimitInfo(response.headers.get('sforce-limit-info'));
    const known = usage === undefined ? {} : { usage };
    const answer = await answerBody(response);
    const rows = rowResults.safeParse(answer);
    if (response.ok && rows.success && rows.data.length === count) {
        const outcomes = rows.data.map(({ success, created, errors: [error] }): RowOutcome =>
            success
                ? { outcome: 'stored', created: created ?? false }
                : classifyRow(error?.statusCode ?? 'UNKNOWN_EXCEPTION', error?.fields ?? [])
        );
        return { outcome: 'answered', rows: outcomes, ...known };
    }
    return { ...wholeRefusal(response, answer), ...known };
}

function wholeRefusal(response: Response, answer: unknown): BatchOutcome {
    const [error] = requestErrors.safeParse(answer).data ?? [];
    const code = error?.errorCode ?? `HTTP ${response.status}`;
    const reason = `Salesforce answered ${code}`;
    if (passes(response, code)) {
        const seconds = Number(response.headers.get('retry-after') ?? NaN);
        return { outcome: 'unavailable', reason, ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}) };
    }
    return { outcome: UNREADABLE.has(code) ? 'unreadable' : 'misconfigured', reason };
}

function passes({ ok, status }: Response, code: string): boolean {
    return ok || status >= 500 || status === 429 || PASSING.has(code);
}

function failure(error: unknown): BatchOutcome {
    if (error instanceof LoginRefused) {
        return { outcome: 'misconfigured', reason: error.message };
    }
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { outcome: 'unavailable', reason: `Salesforce cannot be reached: ${reason}`, timedOut };
}
