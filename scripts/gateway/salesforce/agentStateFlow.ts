import { z } from 'zod';
import { serverKey } from '#contract';
import type { AgentNews } from '../agentStates/agentNews.ts';
import type { Told } from '../agentStates/agentStates.ts';
import type { Send } from '../tracing/tracedFetch.ts';
import { answerBody } from './answerBody.ts';
import { createTokenSource, LoginRefused } from './salesforceToken.ts';
import type { SalesforceLogin, SalesforceSession } from './salesforceToken.ts';

const PATH = '/services/data/v66.0/actions/custom/flow/ConVox_Take_Agent_State';

const results = z.array(z.object({ isSuccess: z.boolean() }));

/** Runs the flow that notes agents' states, once for all of a batch: it writes what no right of the gateway's user would. */
export function createAgentStateFlow(
    login: SalesforceLogin,
    send: Send = fetch
): (news: readonly AgentNews[]) => Promise<Told> {
    const tokens = createTokenSource(login, send);

    function ask(session: SalesforceSession, news: readonly AgentNews[]): Promise<Response> {
        return send(session.instanceUrl + PATH, {
            method: 'POST',
            headers: { authorization: `Bearer ${session.accessToken}`, 'content-type': 'application/json' },
            body: JSON.stringify({ inputs: news.map(inputOf) }),
            redirect: 'error',
            signal: AbortSignal.timeout(login.timeout)
        });
    }

    return async (news) => {
        try {
            const session = await tokens.session();
            const first = await ask(session, news);
            const response = first.status === 401 ? await ask(await tokens.renew(session), news) : first;
            const answer = results.safeParse(await answerBody(response));
            if (response.ok && answer.success) {
                return 'told';
            }
            return response.status >= 500 || response.status === 429 ? 'later' : 'never';
        } catch (error) {
            return error instanceof LoginRefused ? 'never' : 'later';
        }
    };
}

function inputOf({ agentCode, server, state, since, source, detail }: AgentNews): Readonly<Record<string, string>> {
    const known = { agentCode: serverKey(server, agentCode), state, since: new Date(since).toISOString(), source };
    return detail === '' ? known : { ...known, detail };
}
