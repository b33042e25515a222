import { CALL_OBJECT } from '#call-record';
import { describedObject } from '../extraFields/fieldSchema.ts';
import type { DescribedField } from '../extraFields/fieldSchema.ts';
import type { Send } from '../tracing/tracedFetch.ts';
import { answerBody } from './answerBody.ts';
import { createTokenSource } from './salesforceToken.ts';
import type { SalesforceLogin, SalesforceSession } from './salesforceToken.ts';

const PATH = `/services/data/v66.0/sobjects/${CALL_OBJECT}/describe`;

/**
 * Asks the org which fields a call has, as far as the gateway's user sees them.
 * The asking rejects in words.
 */
export function createCallDescription(
    login: SalesforceLogin,
    send: Send = fetch
): (ended: AbortSignal) => Promise<readonly DescribedField[]> {
    const tokens = createTokenSource(login, send);

    function ask(session: SalesforceSession, ended: AbortSignal): Promise<Response> {
        return send(session.instanceUrl + PATH, {
            headers: { authorization: `Bearer ${session.accessToken}` },
            redirect: 'error',
            signal: AbortSignal.any([AbortSignal.timeout(login.timeout), ended])
        });
    }

    return async (ended) => {
        const session = await tokens.session();
        const first = await ask(session, ended);
        const response = first.status === 401 ? await ask(await tokens.renew(session), ended) : first;
        const answer = describedObject.safeParse(await answerBody(response));
        if (!response.ok || !answer.success) {
            throw new Error(`Salesforce answered HTTP ${response.status} when asked for the fields of a call`);
        }
        return answer.data.fields;
    };
}
