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
    readonly note: (news: AgentNews) => void;
}

/** A ConVox, or a script beside it, says what an agent does: one agent a request, or a list in JSON; all of it or nothing. */
export function agentStateRoute({
    timeZone,
    clock,
    note
}: AgentStateOptions): (request: Request, headers: RequestHeaders) => Promise<Answer> {
    return async (request, headers) => {
        if (request.method === 'HEAD') {
            return rejected(405, 'Send an agent state by POST or GET', { allow: 'GET, POST' });
        }
        const read = await sentPushes(request, headers);
        if (!read.ok) {
            return rejected(400, read.reason);
        }
        const moment = { now: clock().getTime(), timeZone };
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
        all.forEach((one) => one.ok && note(one.news));
        return accepted('Agent state updated successfully');
    };
}
