import { Connection } from '@jsforce/jsforce-node';
import type { Variables } from '../cli/command.ts';
import { AdminError, UsageError } from '../cli/command.ts';

export const API_VERSION = '66.0';

/**
 * A connection to the org that the Salesforce CLI knows under this alias or user name. The login is the CLI's own: its
 * library reads it from where the CLI keeps it and renews it when it runs out; nothing is stored or shown here.
 *
 * Without an alias, a program may sign in as an external client app (OAuth client credentials) with ORG_LOGIN_URL,
 * ORG_CLIENT_ID and ORG_CLIENT_SECRET: on a build machine, or with the local org of `npm start`.
 */
export async function openConnection(target: string | undefined, environment: Variables): Promise<Connection> {
    if (target !== undefined) {
        return cliConnection(target);
    }
    const { ORG_LOGIN_URL: loginUrl, ORG_CLIENT_ID: clientId, ORG_CLIENT_SECRET: clientSecret } = environment;
    if (loginUrl === undefined) {
        throw new UsageError('Name the org: --target-org <alias>');
    }
    if (clientId === undefined || clientSecret === undefined) {
        throw new AdminError('ORG_LOGIN_URL needs ORG_CLIENT_ID and ORG_CLIENT_SECRET beside it');
    }
    return clientConnection(loginUrl, clientId, clientSecret);
}

/** A connection as the gateway's own user, with the variables that the gateway's settings have. */
export async function openGatewayConnection(environment: Variables): Promise<Connection> {
    const { SALESFORCE_LOGIN_URL: url, SALESFORCE_CLIENT_ID: id, SALESFORCE_CLIENT_SECRET: secret } = environment;
    if (url === undefined || id === undefined || secret === undefined) {
        throw new AdminError(
            'To ask as the gateway, set SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET as the gateway has them.'
        );
    }
    return clientConnection(url, id, secret);
}

async function cliConnection(target: string): Promise<Connection> {
    // Loaded only for this: the library takes half a second.
    process.env['SF_DISABLE_LOG_FILE'] ??= 'true';
    const { Org } = await import('@salesforce/core');
    const org = await Org.create({ aliasOrUsername: target }).catch((error: unknown) => {
        throw signInFailure(error, target);
    });
    const connection: Connection = org.getConnection(API_VERSION);
    connection.instanceUrl = connection.instanceUrl.replace(/\/$/, '');
    return connection;
}

/** The error of the CLI's library in words, where it only knows no such login. */
export function signInFailure(error: unknown, target: string): unknown {
    if (!(error instanceof Error && error.name === 'NamedOrgNotFoundError')) {
        return error;
    }
    return new AdminError(`Nobody is signed in as ${target}.`, [
        `Sign in: npm run sf -- org login web --alias ${target}`,
        'npm run sf -- org list shows who is signed in.'
    ]);
}

async function clientConnection(loginUrl: string, clientId: string, clientSecret: string): Promise<Connection> {
    const origin = new URL(loginUrl).origin;
    const connection = new Connection({
        instanceUrl: origin,
        loginUrl: origin,
        version: API_VERSION,
        oauth2: { clientId, clientSecret, loginUrl: origin },
        refreshFn: (_connection, callback) => {
            connection.authorize({ grant_type: 'client_credentials' }).then(
                () => void callback(null, connection.accessToken ?? undefined),
                (error: unknown) => void callback(error instanceof Error ? error : new Error(String(error)))
            );
        }
    });
    await connection.authorize({ grant_type: 'client_credentials' });
    return connection;
}
