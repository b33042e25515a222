import type { Context } from 'hono';
import { decodeCallStatus } from '#contract';
import { callFieldsFromStatus } from '#call-record';
import type { CallSink, StoreResult } from './callSink.ts';
import { accepted, rejected } from './envelope.ts';
import type { Log } from './log.ts';
import { readParameters } from './requestParameters.ts';
import type { Parameters } from './requestParameters.ts';

export interface CallStatusOptions {
    readonly authenticated: (headers: Headers) => boolean;
    readonly sink: CallSink;
    /** IANA name of the zone that ConVox's times are in. */
    readonly timeZone: string;
    readonly clock: () => Date;
    readonly log: Log;
}

/**
 * Takes one call status and answers only when it is stored: 200. A push that makes no sense gets 400 with the names of
 * what is wrong, a wrong secret 401, one that Salesforce does not take 500, and 503 with `Retry-After` when later may work.
 */
export function callStatusRoute(options: CallStatusOptions): (context: Context) => Promise<Response> {
    return async ({ req }) => {
        if (!options.authenticated(req.raw.headers)) {
            options.log({ level: 'warn', event: 'push not authenticated', method: req.method });
            return rejected(401, 'Invalid or missing access token', { 'www-authenticate': 'Bearer' });
        }
        const read = await readParameters(req.raw);
        if (!read.ok) {
            options.log({ level: 'warn', event: 'push not readable', method: req.method });
            return rejected(400, read.message);
        }
        return storeStatus(read.parameters, options);
    };
}

async function storeStatus(parameters: Parameters, options: CallStatusOptions): Promise<Response> {
    const { timeZone, clock, log, sink } = options;
    const now = clock();
    const decoded = decodeCallStatus(parameters, { timeZone, now });
    if (!decoded.ok) {
        const problems = decoded.problems.map(({ field, problem }) => `${field}: ${problem}`);
        log({ level: 'warn', event: 'push refused', problems });
        return rejected(400, `Invalid parameters: ${problems.join(', ')}`);
    }
    const fields = callFieldsFromStatus(decoded.value, now.toISOString(), rawPayload(parameters));
    const [result = lost] = await sink.store([{ reference: decoded.value.callReference, fields }]);
    return answer(result, log);
}

/** JSON of everything that came, by its own name; a name that came twice keeps all of its values. */
function rawPayload(parameters: Parameters): string {
    const values = new Map<string, string | string[]>();
    for (const [name, value] of parameters) {
        const earlier = values.get(name);
        values.set(name, earlier === undefined ? value : [earlier, value].flat());
    }
    return JSON.stringify(Object.fromEntries(values));
}

const lost: StoreResult = { outcome: 'misconfigured', reason: 'The sink gave no result' };

function answer(result: StoreResult, log: Log): Response {
    switch (result.outcome) {
        case 'stored':
            log({ level: 'info', event: 'call status stored', created: result.created });
            return accepted('Call status updated successfully');
        case 'unavailable':
            log({ level: 'error', event: 'call status not stored', reason: result.reason });
            return rejected(503, 'The call status could not be stored now, send it again later', {
                'retry-after': String(result.retryAfterSeconds)
            });
        case 'misconfigured':
            log({ level: 'error', event: 'call status not stored', reason: result.reason });
            return rejected(500, 'The call status could not be stored: the connection to Salesforce needs attention');
        case 'refused':
            log({
                level: 'error',
                event: 'call status refused by Salesforce',
                code: result.code,
                fields: result.fields
            });
            return rejected(500, `The call status could not be stored: ${[result.code, ...result.fields].join(' ')}`);
    }
}
