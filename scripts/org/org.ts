import { createApi } from './api/app.ts';
import type { FlowActions } from './api/context.ts';
import type { RecordStore, SaveTriggers } from './records.ts';
import type { ApiClient } from './sessions.ts';
import { createSessions } from './sessions.ts';
import type { OrgSchema } from './schema/schema.ts';
import { readSchema } from './schema/readSchema.ts';
import { openDatabase } from './store/database.ts';
import { createStore } from './store/store.ts';
import { readKeyPrefixes } from './store/tables.ts';
import type { RequestLogEntry } from './requestLog.ts';
import { createRequestLog } from './requestLog.ts';
import type { OrgUsers } from './users.ts';
import { createUsers } from './users.ts';

export type { ApiClient } from './sessions.ts';
export type { RequestKind, RequestLogEntry } from './requestLog.ts';
export type { OrgUser, OrgUsers } from './users.ts';

export interface OrgOptions {
    /** Folder with the package's metadata, for example `<repository>/force-app`. */
    readonly forceApp: string;
    /** SQLite file, created when missing, or `:memory:`. */
    readonly database: string;
    readonly clock: () => Date;
    /** What an admin would enter after installation, by Named Credential name. */
    readonly credentials: Readonly<Record<string, NamedCredentialValues>>;
    readonly calloutTimeoutMilliseconds?: number;
    readonly fetch?: typeof fetch;
    /** Everything worth telling: flow faults, retries, refused requests. Without it, nothing is told. */
    readonly log?: (entry: OrgLogEntry) => void;
    /** OAuth clients that may sign in with the client-credentials grant; none when left out. */
    readonly apiClients?: readonly ApiClient[];
}

export interface NamedCredentialValues {
    /** Replaces the credential's URL. */
    readonly url: string;
    /** Authentication parameters of the principal, by name. */
    readonly parameters: Readonly<Record<string, string>>;
}

export interface OrgLogEntry {
    readonly level: 'info' | 'warning' | 'error';
    readonly message: string;
}

export interface Org {
    /** Answers REST requests under `/services/...`, as a My Domain host does. */
    fetch(request: Request): Promise<Response>;
    readonly store: RecordStore;
    readonly schema: OrgSchema;
    readonly users: OrgUsers;
    /** True when the database held no org before; the seed is due then. */
    readonly isNew: boolean;
    /** Opens a session and returns its bearer token. Throws when there is no such active user. */
    openSession(username: string): string;
    /** Requests answered since the start, oldest first. */
    readonly requests: readonly RequestLogEntry[];
    /** Runs asynchronous flow paths that are due, until none is left. */
    settle(): Promise<void>;
    close(): Promise<void>;
}

/**
 * Opens the local org: reads the package's metadata, prepares the database, starts no server.
 * @throws MetadataError naming the file, when the metadata holds something that the local org does not support
 */
export async function createOrg(options: OrgOptions): Promise<Org> {
    const database = openDatabase(options.database);
    const schema = readSchema(options.forceApp, readKeyPrefixes(database));
    const triggers: SaveTriggers = withoutFlows;
    const store = createStore({ database, schema, clock: options.clock, triggers: () => triggers });
    const users = createUsers(database, schema, store, options.clock);
    const sessions = createSessions(users, options.apiClients ?? []);
    const log = createRequestLog(options.clock);
    const tell = options.log ?? (() => undefined);
    const api = createApi({
        schema,
        store,
        users,
        sessions,
        flows: noFlows,
        clock: options.clock,
        onDefect: (error, request) => tell({ level: 'error', message: `${request}: ${describeError(error)}` })
    });
    return {
        fetch: (request) => log.record(request, () => api.fetch(request)),
        store,
        schema,
        users,
        isNew: users.isNew,
        openSession: sessions.open,
        requests: log.entries,
        settle: () => Promise.resolve(),
        close: () => {
            database.close();
            return Promise.resolve();
        }
    };
}

const withoutFlows: SaveTriggers = {
    beforeSave: (_object, _operation, rows) => rows.map(() => ({ assigned: {} })),
    afterSave: () => undefined,
    afterCommit: () => undefined
};

const noFlows: FlowActions = {
    callableFlows: [],
    describe: () => undefined,
    run: (flowName) => Promise.reject(new Error(`There is no flow ${flowName}`))
};

function describeError(error: unknown): string {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
