import { z } from 'zod';
import type { Send } from '../tracing/tracedFetch.ts';
import { answerBody } from './answerBody.ts';

export interface SalesforceLogin {
    /** Origin of the org's My Domain, without a trailing slash. */
    readonly loginUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** Milliseconds that one request to Salesforce may take, body included. */
    readonly timeout: number;
}

export interface SalesforceSession {
    readonly accessToken: string;
    /** Origin that REST requests go to. */
    readonly instanceUrl: string;
}

export interface TokenSource {
    session(): Promise<SalesforceSession>;
    /** A new session instead of one that Salesforce no longer takes; concurrent callers share one login. */
    renew(stale: SalesforceSession): Promise<SalesforceSession>;
}

/** Salesforce answered the login and said no: a matter of configuration, waiting does not help. */
export class LoginRefused extends Error {
    readonly code: string;

    constructor(code: string) {
        super(`Salesforce refused the login: ${code}. Check the client id, its secret and the run-as user.`);
        this.name = 'LoginRefused';
        this.code = code;
    }
}

const tokenAnswer = z.object({ access_token: z.string().min(1), instance_url: z.url() });
const tokenRefusal = z.object({ error: z.string() });

/**
 * OAuth 2.0 client credentials against `/services/oauth2/token`. The session is kept until `renew`: the answer carries no
 * lifetime, Salesforce says 401 when it is over.
 * @throws LoginRefused, or the network's error when Salesforce cannot be reached.
 */
export function createTokenSource(login: SalesforceLogin, send: Send = fetch): TokenSource {
    let current: Promise<SalesforceSession> | undefined;
    let settled: SalesforceSession | undefined;

    function session(): Promise<SalesforceSession> {
        current ??= logIn(login, send).then(
            (created) => (settled = created),
            (error: unknown) => {
                current = undefined;
                throw error;
            }
        );
        return current;
    }

    return {
        session,
        renew(stale) {
            if (settled === stale) {
                current = undefined;
                settled = undefined;
            }
            return session();
        }
    };
}

async function logIn(login: SalesforceLogin, send: Send): Promise<SalesforceSession> {
    const response = await send(`${login.loginUrl}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: login.clientId,
            client_secret: login.clientSecret
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(login.timeout)
    });
    const answer = await answerBody(response);
    const granted = tokenAnswer.safeParse(answer);
    if (response.ok && granted.success) {
        return {
            accessToken: granted.data.access_token,
            instanceUrl: new URL(granted.data.instance_url).origin
        };
    }
    const refused = tokenRefusal.safeParse(answer);
    if (response.status >= 500 || response.ok) {
        throw new Error(`Salesforce answered the login with HTTP ${response.status} and no token`);
    }
    throw new LoginRefused(refused.success ? refused.data.error : `HTTP ${response.status}`);
}
