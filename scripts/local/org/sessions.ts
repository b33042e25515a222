import { randomBytes, timingSafeEqual } from 'node:crypto';
import { ORGANIZATION_ID } from './organization.ts';
import type { ActingUser } from './records.ts';
import type { OrgUsers } from './users.ts';

/** An OAuth client of the client-credentials grant, with the user it runs as. */
export interface ApiClient {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly username: string;
}

export interface Sessions {
    /** Opens a session for an active user and returns its bearer token. */
    open(username: string): string;
    /** The user behind a bearer token; undefined when there is none or the user is no longer active. */
    find(token: string): ActingUser | undefined;
    close(token: string): void;
    /** The client with this id and secret. */
    client(clientId: string, clientSecret: string): ApiClient | undefined;
}

/** Sessions live in memory: a restarted org signs everybody out. */
export function createSessions(users: OrgUsers, clients: readonly ApiClient[]): Sessions {
    const actingByToken = new Map<string, ActingUser>();
    return {
        open: (username) => {
            const acting = users.acting(username);
            if (!acting) {
                throw new Error(`There is no active user ${username} in the local org`);
            }
            // The shape that the Salesforce CLI insists on: the org's short id, an exclamation mark, the secret.
            const token = `${ORGANIZATION_ID.slice(0, 15)}!${randomBytes(32).toString('base64url')}`;
            actingByToken.set(token, acting);
            return token;
        },
        find: (token) => {
            const acting = actingByToken.get(token);
            return acting && users.isActive(acting.id) ? acting : undefined;
        },
        close: (token) => void actingByToken.delete(token),
        client: (clientId, clientSecret) =>
            clients.find((client) => client.clientId === clientId && sameText(client.clientSecret, clientSecret))
    };
}

function sameText(left: string, right: string): boolean {
    const [a, b] = [Buffer.from(left), Buffer.from(right)];
    return a.length === b.length && timingSafeEqual(a, b);
}
