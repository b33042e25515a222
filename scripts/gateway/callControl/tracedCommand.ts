import type { RequestHeaders } from '../access/requestHeaders.ts';
import { TRACE_HEADERS } from '../tracing/tracing.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { askConvox, NoAnswer } from './convoxRequest.ts';
import type { ConvoxAnswer, ConvoxRequest } from './convoxRequest.ts';

/** `askConvox` as a span of the request that brings the command, of which ConVox's server is told, too. */
export type Ask = (
    request: Omit<ConvoxRequest, 'trace'>,
    script: string,
    within: RequestHeaders
) => Promise<ConvoxAnswer>;

/** @param tracing without it, the trace that the caller may have brought is handed on as it came */
export function tracedCommand(tracing: Tracing | undefined): Ask {
    return async (request, script, within) => {
        const brought = Object.fromEntries(
            TRACE_HEADERS.flatMap((name) => {
                const value = within.get(name);
                return value === null ? [] : [[name, value]];
            })
        );
        if (tracing === undefined) {
            return askConvox({ ...request, trace: brought });
        }
        const span = tracing.start(
            `${request.method} ConVox`,
            'client',
            { 'http.request.method': request.method, 'server.address': request.url.hostname, 'convox.script': script },
            brought
        );
        try {
            const answer = await askConvox({ ...request, trace: span.headers });
            span.end({ 'http.response.status_code': answer.status }, answer.status >= 400);
            return answer;
        } catch (error) {
            span.end({ 'error.type': error instanceof NoAnswer ? error.kind : 'unknown' }, true);
            throw error;
        }
    };
}
