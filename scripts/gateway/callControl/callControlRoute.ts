import type { Context } from 'hono';
import { createGuard } from '../access/guard.ts';
import { headersOf } from '../access/requestHeaders.ts';
import type { GuardOptions } from '../access/guard.ts';
import type { ConnectionBindings } from '../access/sourceAddress.ts';
import { bodyText } from '../intake/bodyText.ts';
import { readBody } from '../intake/requestBody.ts';
import { askConvox, NoAnswer } from './convoxRequest.ts';
import type { NoAnswerKind } from './convoxRequest.ts';

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
}

export const KEY_HEADER = 'X-ConVox-Gateway-Key';
export const SCRIPT_FOLDER = '/ConVoxCCS/Agent';

/** What Salesforce keeps with a command that got no answer: whether it may have arrived is what an agent has to know. */
const WITHOUT_ANSWER: Readonly<Record<NoAnswerKind, { readonly status: number; readonly text: string }>> = {
    'not sent': { status: 503, text: 'ConVox cannot be reached: the command was not sent' },
    'timed out': { status: 504, text: 'ConVox did not answer in time: the command may have arrived' },
    'broken off': { status: 502, text: 'The answer of ConVox was lost: the command may have arrived' },
    'too large': { status: 502, text: 'The answer of ConVox was too large: the command may have arrived' }
};

/**
 * Hands a command of Salesforce to ConVox, once, and the answer back as plain text, whatever type ConVox gave it. No header
 * but the body's type travels on, in either direction.
 */
export function callControlRoute(
    options: CallControlOptions
): (context: Context<{ Bindings: ConnectionBindings }>) => Promise<Response> {
    const { origin, scripts, timeout = 10_000, allowed = [], keys } = options;
    const { log, metrics } = options.guard;
    const guard = createGuard({
        ...options.guard,
        allowed,
        authentication: { secrets: keys, secretHeader: KEY_HEADER, onlyHeader: true }
    });

    function refuse(status: number, event: string, text: string): Response {
        metrics.callControl(status < 500 ? 'refused' : 'no answer');
        log({ level: 'warn', event, status });
        return plain(status, text);
    }

    async function forward(request: Request, script: string): Promise<Response> {
        const body = await readBody(request);
        if (!body.ok) {
            return refuse(400, 'command not readable', body.reason);
        }
        const url = new URL(`${SCRIPT_FOLDER}/${script}`, origin);
        url.search = new URL(request.url).search;
        const contentType = request.headers.get('content-type') ?? 'application/x-www-form-urlencoded';
        const method = request.method === 'GET' ? 'GET' : 'POST';
        const answer = await askConvox({ url, method, contentType, body: body.bytes, timeout });
        if (answer.status >= 300 && answer.status < 400) {
            return refuse(502, 'ConVox answered a command with a redirection', 'ConVox redirects: check its address');
        }
        metrics.callControl('answered');
        log({ level: 'info', event: 'command forwarded', script, status: answer.status });
        return plain(answer.status, bodyText(answer.body, answer.contentType));
    }

    return async ({ req, env }) => {
        if (req.raw.method === 'HEAD') {
            return refuse(405, 'command by HEAD', 'Send a command by GET or POST');
        }
        const turnedAway = guard(headersOf(req.raw, env), env);
        if (turnedAway !== undefined) {
            metrics.callControl('refused');
            return plain(turnedAway.status, turnedAway.message, turnedAway.headers);
        }
        const script = req.param('script') ?? '';
        if (!scripts.includes(script)) {
            return refuse(404, 'command to an unknown script', 'The gateway does not forward to this script');
        }
        try {
            return await forward(req.raw, script);
        } catch (error) {
            if (!(error instanceof NoAnswer)) {
                throw error;
            }
            const { status, text } = WITHOUT_ANSWER[error.kind];
            return refuse(status, error.message, text);
        }
    };
}

function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
    return new Response(text, { status, headers: { ...headers, 'content-type': 'text/plain' } });
}
