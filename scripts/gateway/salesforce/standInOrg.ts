import { listen } from '../../node/listen.ts';
import type { Listening } from '../../node/listen.ts';

export interface ReceivedRequest {
    readonly method: string;
    readonly path: string;
    readonly authorization: string | null;
    readonly traceparent: string | null;
    readonly body: string;
}

export interface StandInOrg {
    readonly url: string;
    readonly received: ReceivedRequest[];
    /** Answers of the next upserts, first one first; a saved row when the list is empty. */
    readonly answers: ((request: Request) => Response | Promise<Response>)[];
    /** Answers of the next logins; a new token when the list is empty. */
    readonly logins: (() => Response)[];
    close(): Promise<void>;
}

/** An HTTP server for tests that answers as Salesforce documents it, and otherwise as a test tells it to. */
export async function startStandInOrg(): Promise<StandInOrg> {
    const received: ReceivedRequest[] = [];
    const answers: StandInOrg['answers'] = [];
    const logins: StandInOrg['logins'] = [];
    let tokens = 0;

    const listening: Listening = await listen({
        async fetch(request) {
            const { pathname } = new URL(request.url);
            const body = await request.clone().text();
            received.push({
                method: request.method,
                path: pathname,
                authorization: request.headers.get('authorization'),
                traceparent: request.headers.get('traceparent'),
                body
            });
            if (pathname === '/services/oauth2/token') {
                tokens += 1;
                return logins.shift()?.() ?? granted(`token-${tokens}`, listening.url);
            }
            return (await answers.shift()?.(request)) ?? saved(body);
        }
    });
    return { url: listening.url, received, answers, logins, close: () => listening.close() };
}

function granted(token: string, instanceUrl: string): Response {
    return Response.json({
        access_token: token,
        instance_url: instanceUrl,
        id: `${instanceUrl}/id/00D000000000001AAA/005000000000001AAA`,
        token_type: 'Bearer',
        issued_at: '1795346571000',
        signature: 'not checked'
    });
}

function saved(body: string): Response {
    const count = body.split('"attributes"').length - 1;
    return Response.json(
        Array.from({ length: count }, () => ({ id: 'a00000000000001AAA', success: true, errors: [], created: true }))
    );
}
