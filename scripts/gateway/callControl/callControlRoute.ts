import type { Context } from 'hono';
import { createAuthentication } from '../access/authentication.ts';
import { readBody } from '../intake/requestBody.ts';
import type { Log } from '../log.ts';
import type { GatewayMetrics } from '../metrics.ts';
import { errorCode } from '../systemError.ts';
import { askConvox } from './convoxRequest.ts';

export interface CallControlSettings {
    /** Origin of the ConVox server: the only place that commands ever go to. */
    readonly origin: string;
    /** Values of `X-ConVox-Gateway-Key` that are taken now: two while one replaces the other. */
    readonly keys: readonly string[];
    /** Scripts below `/ConVoxCCS/Agent/` that may be called. */
    readonly scripts: readonly string[];
    /** Milliseconds to wait for ConVox; 10,000 when left out. */
    readonly timeout?: number;
}

export interface CallControlOptions extends CallControlSettings {
    readonly log: Log;
    readonly metrics: GatewayMetrics;
}

export const KEY_HEADER = 'X-ConVox-Gateway-Key';
export const SCRIPT_FOLDER = '/ConVoxCCS/Agent';

/**
 * Hands a command of Salesforce to ConVox, once, and the answer back as plain text, whatever type ConVox gave it. No header
 * but the body's type travels on, in either direction.
 */
export function callControlRoute(options: CallControlOptions): (context: Context) => Promise<Response> {
    const { origin, scripts, timeout = 10_000, log, metrics } = options;
    const authenticated = createAuthentication({ secrets: options.keys, secretHeader: KEY_HEADER });

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
        return plain(answer.status, new TextDecoder().decode(answer.body));
    }

    return async ({ req }) => {
        if (!authenticated(new Headers({ [KEY_HEADER]: req.header(KEY_HEADER) ?? '' }))) {
            return refuse(401, 'command not authenticated', 'The gateway key is missing or wrong');
        }
        const script = req.param('script') ?? '';
        if (!scripts.includes(script)) {
            return refuse(404, 'command to an unknown script', 'The gateway does not forward to this script');
        }
        try {
            return await forward(req.raw, script);
        } catch (error) {
            return errorCode(error) === 'ABORT_ERR'
                ? refuse(504, 'ConVox did not answer a command in time', 'ConVox did not answer in time')
                : refuse(502, `ConVox cannot be reached: ${errorCode(error)}`, 'ConVox cannot be reached');
        }
    };
}

function plain(status: number, text: string): Response {
    return new Response(text, { status, headers: { 'content-type': 'text/plain' } });
}
