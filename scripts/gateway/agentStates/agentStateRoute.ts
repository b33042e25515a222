import type { RequestHeaders } from '../access/requestHeaders.ts';
import { accepted, rejected } from '../intake/envelope.ts';
import type { Answer } from '../intake/envelope.ts';
import { parametersOf } from '../intake/parameters.ts';
import { TOO_DEEP } from '../intake/pushText.ts';
import { sentPushes } from '../intake/sentPushes.ts';
import { readAgentNews } from './agentNews.ts';
import type { AgentNews, ReadNews } from './agentNews.ts';

export interface AgentStateOptions {
    /** IANA name of the zone that the server's times are in. */
    readonly timeZone: string;
    readonly clock: () => Date;
    /** Rejects when the news cannot be kept. */
    readonly note: (news: AgentNews) => Promise<void>;
    /** Code of the server that tells; left out for the default one. */
    readonly server?: string;
}

/** A ConVox, or a script beside it, says what an agent does: one agent a request, or a list in JSON; all of it or nothing. */
export function agentStateRoute({
    timeZone,
    clock,
    note,
    server
}: AgentStateOptions): (request: Request, headers: RequestHeaders) => Promise<Answer> {
    return async (request, headers) => {
        if (request.method === 'HEAD') {
            return rejected(405, 'Send an agent state by POST or GET', { allow: 'GET, POST' });
        }
        const read = await sentPushes(request, headers);
        if (!read.ok) {
            return rejected(400, read.reason);
        }
        const moment = { now: clock().getTime(), timeZone, ...(server !== undefined && { server }) };
        const all: readonly ReadNews[] = read.pushes.map(({ shape, body: text }) => {
            try {
                return readAgentNews(parametersOf(shape, text), moment);
            } catch {
                return { ok: false, reason: TOO_DEEP };
            }
        });
        const wrong = all.find((one) => !one.ok);
        if (wrong?.ok === false) {
            return rejected(400, `Invalid parameters: ${wrong.reason}`);
        }
        try {
            await Promise.all(all.flatMap((one) => (one.ok ? [note(one.news)] : [])));
        } catch {
            return rejected(503, 'The agent state could not be stored now, send it again later', {
                'retry-after': '30'
            });
        }
        return accepted('Agent state updated successfully');
    };
}
