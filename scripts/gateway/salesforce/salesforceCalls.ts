import { z } from 'zod';
import { CALL_OBJECT, CALL_REFERENCE_FIELD } from '#call-record';
import { answerBody } from './answerBody.ts';
import { readLimitInfo } from './apiUsage.ts';
import type { ApiUsage } from './apiUsage.ts';
import { readRetryAfter } from './retryAfter.ts';
import { classifyRow } from './rowOutcome.ts';
import type { RowOutcome } from './rowOutcome.ts';
import { createTokenSource, LoginRefused } from './salesforceToken.ts';
import type { SalesforceLogin, SalesforceSession } from './salesforceToken.ts';
import type { Send } from '../tracing/tracedFetch.ts';

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
    /** The calls can be sent again later. */
    | ({ readonly outcome: 'unavailable'; readonly retryAfterSeconds?: number } & Refusal)
    /** Salesforce takes no call until someone changes the settings of the org or of this program. */
    | ({ readonly outcome: 'misconfigured' } & Refusal)
    /** Salesforce cannot read the request; one of its calls may be the cause. */
    | { readonly outcome: 'unreadable'; readonly reason: string }
);

interface Refusal {
    readonly reason: string;
    /** One of the calls, or how many they are, may be the cause. */
    readonly mayBeOfCalls?: boolean;
    /** It is no chance: a time-out, or a limit by name. */
    readonly saysTooMuch?: boolean;
}

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

/** Refusals of the whole request that pass by themselves; those of the org whatever the calls. */
const OF_THE_ORG = new Set(['REQUEST_LIMIT_EXCEEDED', 'SERVER_UNAVAILABLE', 'API_DISABLED_FOR_ORG']);
const PASSING = new Set(['REQUEST_LIMIT_EXCEEDED', 'SERVER_UNAVAILABLE', 'UNKNOWN_EXCEPTION']);

const errorCode = z.object({ code: z.string() });
const timeOut = z.object({ name: z.literal('TimeoutError') });
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

const SESSION_OVER = Symbol('The session is over');

/** Refusals of the whole request that are of how much it asked for. */
const TOO_MUCH = /LIMIT_EXCEEDED$|TIMEOUT$|^REQUEST_RUNNING_TOO_LONG$|^HTTP (?:408|504)$/;

/** Refusals of the whole request that fewer calls may not meet. */
const UNREADABLE = new Set(['JSON_PARSER_ERROR', 'EXCEEDED_ID_LIMIT', 'HTTP 413']);

/**
 * Upserts calls by their reference with `composite/sobjects`, one request a batch, rows independent of each other.
 * A session that has run out is renewed once; nothing else is sent twice.
 */
export function createSalesforceCalls(login: SalesforceLogin, send: Send = fetch): SalesforceCalls {
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

    async function upsert(batch: readonly CallUpsert[], ended: AbortSignal | undefined): Promise<BatchOutcome> {
        const session = await tokens.session();
        const first = await outcomeOf(batch.length, ended, () => request(session, batch, ended));
        if (first !== SESSION_OVER) {
            return first;
        }
        const renewed = await tokens.renew(session);
        const second = await outcomeOf(batch.length, ended, () => request(renewed, batch, ended));
        return second === SESSION_OVER
            ? { outcome: 'misconfigured', reason: 'Salesforce answered INVALID_SESSION_ID' }
            : second;
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
                return await upsert(batch, ended);
            } catch (error) {
                return loginFailure(error);
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

/** Waits for the answer; a network that fails is an outcome too. */
async function outcomeOf(
    count: number,
    ended: AbortSignal | undefined,
    request: () => Promise<Response>
): Promise<BatchOutcome | typeof SESSION_OVER> {
    try {
        const response = await request();
        if (response.status === 401) {
            await response.body?.cancel();
            return SESSION_OVER;
        }
        return await meaningOf(response, count);
    } catch (error) {
        return {
            outcome: 'unavailable',
            reason: unreachable(error),
            mayBeOfCalls: ended?.aborted !== true && isConnected(error),
            saysTooMuch: timeOut.safeParse(error).success
        };
    }
}

async function meaningOf(response: Response, count: number): Promise<BatchOutcome> {
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
    const { status, headers } = response;
    const [error] = requestErrors.safeParse(answer).data ?? [];
    const code = error?.errorCode ?? `HTTP ${status}`;
    const reason = `Salesforce answered ${code}`;
    if (UNREADABLE.has(code)) {
        return { outcome: 'unreadable', reason };
    }
    const isOfCalls = ![429, 503].includes(status) && !OF_THE_ORG.has(code);
    const mayBe = { mayBeOfCalls: isOfCalls, saysTooMuch: isOfCalls && TOO_MUCH.test(code) };
    if (passes(response, code)) {
        const retryAfterSeconds = readRetryAfter(headers);
        return { outcome: 'unavailable', reason, ...mayBe, ...(retryAfterSeconds && { retryAfterSeconds }) };
    }
    return { outcome: 'misconfigured', reason, ...mayBe };
}

function passes({ ok, status }: Response, code: string): boolean {
    return ok || status >= 500 || status === 429 || PASSING.has(code);
}

function loginFailure(error: unknown): BatchOutcome {
    return error instanceof LoginRefused
        ? { outcome: 'misconfigured', reason: error.message }
        : { outcome: 'unavailable', reason: unreachable(error) };
}

function causeOf(error: unknown): unknown {
    return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

function unreachable(error: unknown): string {
    const cause = causeOf(error);
    return `Salesforce cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`;
}

/** Where nobody listens, what is sent does not matter. */
function isConnected(error: unknown): boolean {
    const code = errorCode.safeParse(causeOf(error)).data?.code;
    return code === undefined || !NOT_CONNECTED.has(code);
}
