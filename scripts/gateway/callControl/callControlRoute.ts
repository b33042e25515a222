import type { Context } from 'hono';
import { outcomeLine, readReply } from '#contract';
import { createGuard } from '../access/guard.ts';
import { headersOf } from '../access/requestHeaders.ts';
import type { RequestHeaders } from '../access/requestHeaders.ts';
import type { GuardOptions } from '../access/guard.ts';
import type { ConnectionBindings } from '../access/sourceAddress.ts';
import { bodyText } from '../intake/bodyText.ts';
import { readBody } from '../intake/requestBody.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { NoAnswer } from './convoxRequest.ts';
import type { NoAnswerKind } from './convoxRequest.ts';
import { tracedCommand } from './tracedCommand.ts';

export interface CallControlSettings {
    /** Origin of the ConVox server: the only place that commands ever go to. */
    readonly origin: string;
    /** Values of `X-ConVox-Gateway-Key` that are taken now: two while one replaces the other. */
    readonly keys: readonly string[];
    /** Scripts below `/ConVoxCCS/Agent/` that may be called. */
    readonly scripts: readonly string[];
    /** Addresses and networks that may command; anybody with a key when empty. */
    readonly allowed?: readonly string[];
    /** Milliseconds to wait for ConVox; 10,000 when left out. */
    readonly timeout?: number;
}

export interface CallControlOptions extends CallControlSettings {
    readonly guard: Omit<GuardOptions, 'allowed' | 'authentication'>;
    readonly tracing?: Tracing;
}

const KEY_HEADER = 'X-ConVox-Gateway-Key';
export const SCRIPT_FOLDER = '/ConVoxCCS/Agent';

type Outcome = 'refused' | 'unknown';

/** What Salesforce keeps with a command that got no answer: whether it may have arrived is what an agent has to know. */
const WITHOUT_ANSWER: Readonly<Record<NoAnswerKind, { readonly outcome: Outcome; readonly words: string }>> = {
    'not sent': { outcome: 'refused', words: 'ConVox cannot be reached: the command was not sent' },
    'timed out': { outcome: 'unknown', words: 'ConVox did not answer in time: the command may have arrived' },
    'broken off': { outcome: 'unknown', words: 'The answer of ConVox was lost: the command may have arrived' },
    'too large': { outcome: 'unknown', words: 'The answer of ConVox was too large: the command may have arrived' }
};

/**
 * Hands a command of Salesforce to ConVox, once, and the answer back: always 200 and plain text, the outcome first, so that nothing
 * hangs on what the platform makes of other statuses and types. No header but the body's type travels on, in either direction,
 * and the trace to ConVox.
 */
export function callControlRoute(
    options: CallControlOptions
): (context: Context<{ Bindings: ConnectionBindings }>) => Promise<Response> {
    const { origin, scripts, timeout = 10_000, allowed = [], keys } = options;
    const { log, metrics } = options.guard;
    const ask = tracedCommand(options.tracing);
    const guard = createGuard({
        ...options.guard,
        allowed,
        authentication: { secrets: keys, secretHeader: KEY_HEADER, onlyHeader: true }
    });

    function refuse(event: string, words: string): Response {
        metrics.callControl('refused');
        log({ level: 'warn', event });
        return told('refused', words);
    }

    function withoutAnswer(event: string, { outcome, words }: { outcome: Outcome; words: string }): Response {
        metrics.callControl('no answer');
        log({ level: 'warn', event });
        return told(outcome, words);
    }

    async function forward(request: Request, script: string, within: RequestHeaders): Promise<Response> {
        const body = await readBody(request);
        if (!body.ok) {
            return refuse('command not readable', body.reason);
        }
        const url = new URL(`${SCRIPT_FOLDER}/${script}`, origin);
        url.search = new URL(request.url).search;
        const contentType = request.headers.get('content-type') ?? 'application/x-www-form-urlencoded';
        const method = request.method === 'GET' ? 'GET' : 'POST';
        const answer = await ask({ url, method, contentType, body: body.bytes, timeout }, script, within);
        if (answer.status >= 300 && answer.status < 400) {
            const words = 'ConVox redirects: check its address';
            return withoutAnswer('ConVox answered a command with a redirection', { outcome: 'unknown', words });
        }
        metrics.callControl('answered');
        log({ level: 'info', event: 'command forwarded', script, status: answer.status });
        const words = bodyText(answer.body, answer.contentType);
        const reply = readReply(words, answer.status);
        const isNamed = reply.code !== '' || answer.status === 200;
        return plain(outcomeLine(reply, isNamed ? words : `HTTP status ${answer.status}: ${words}`));
    }

    return async ({ req, env }) => {
        if (req.raw.method === 'HEAD') {
            return plain('', { status: 405 });
        }
        const headers = headersOf(req.raw, env);
        const turnedAway = guard(headers, env);
        if (turnedAway !== undefined) {
            metrics.callControl('refused');
            return told('refused', `${turnedAway.message}: the command was not sent`);
        }
        const script = req.param('script') ?? '';
        if (!scripts.includes(script)) {
            return refuse('command to an unknown script', 'The gateway does not forward to this script');
        }
        try {
            return await forward(req.raw, script, headers);
        } catch (error) {
            if (!(error instanceof NoAnswer)) {
                throw error;
            }
            return withoutAnswer(error.message, WITHOUT_ANSWER[error.kind]);
        }
    };
}

/** An answer in the gateway's own words. */
function told(outcome: Outcome, words: string): Response {
    return plain(outcomeLine({ outcome, code: '' }, words));
}

function plain(text: string, { status = 200 } = {}): Response {
    return new Response(text, { status, headers: { 'content-type': 'text/plain' } });
}
