import { createApi } from './api/app.ts';
import { atPlainAddress } from './api/requestAddress.ts';
import { createBackgroundWork } from './api/bulk/backgroundWork.ts';
import { createIngestJobs } from './api/bulk/ingestJobs.ts';
import { createQueryJobs } from './api/bulk/queryJobs.ts';
import { createAccess } from './permissions/access.ts';
import type { UserAccess } from './permissions/access.ts';
import { installGrants } from './permissions/installGrants.ts';
import { installNotificationTypes } from './permissions/installNotificationTypes.ts';
import { readPermissionSetGroups } from '../metadata/permissions/readPermissionSetGroups.ts';
import { readPermissionSets } from '../metadata/permissions/readPermissionSets.ts';
import { createCredentialSetup } from './externalServices/credentialSetup.ts';
import { readPublicGroups, readSharingRules } from '../metadata/sharing/readSharingRules.ts';
import { withPersonContacts } from './personContacts.ts';
import { installOrganization } from './organization.ts';
import { createSharing } from './permissions/sharing.ts';
import { createExternalServices } from './externalServices/createExternalServices.ts';
import type { FlowEngine } from './flows/engine.ts';
import { createDeployments } from './deployment/deployments.ts';
import { readHeldMetadata } from './deployment/heldMetadata.ts';
import { createFlowEngine } from './flows/engine.ts';
import type { NullAssignment } from './flows/interview.ts';
import { readFlows } from '../metadata/flows/readFlow.ts';
import type { ActingUser, RecordStore } from './records.ts';
import type { ApiClient } from './sessions.ts';
import { createSessions } from './sessions.ts';
import type { OrgSchema } from '../metadata/objects/schema.ts';
import { readSchema } from '../metadata/objects/readSchema.ts';
import { checkFormulas } from './store/checkFormulas.ts';
import type { Database } from './store/database.ts';
import { openDatabase } from './store/database.ts';
import { createStore } from './store/store.ts';
import { readKeyPrefixes } from './store/tables.ts';
import type { RequestLogEntry } from './requestLog.ts';
import { createRequestLog } from './requestLog.ts';
import { createToolingStore } from './tooling/toolingStore.ts';
import type { OrgUsers } from './users.ts';
import { createUsers } from './users.ts';
import { readLabels } from '../metadata/labels.ts';
import { readTranslations } from '../metadata/translations.ts';
import { translateAccess } from './translations/translateAccess.ts';
import type { Analytics } from './reports/analytics.ts';
import { createAnalytics } from './reports/analytics.ts';
import { installAnalytics } from './reports/installAnalytics.ts';
import { readAnalytics } from './reports/readAnalytics.ts';
import { readPages } from './visualforce/readPages.ts';
import { createVisualforce } from './visualforce/visualforce.ts';
import type { MetadataFolders } from '../metadata/metadataFiles.ts';
import { readAtOnce } from '../metadata/metadataFiles.ts';

export type { ApiClient } from './sessions.ts';
export type { RequestLogEntry } from './requestLog.ts';
export type { OrgUser, OrgUsers } from './users.ts';

export interface OrgOptions {
    /** Folder with the package's metadata, for example `<repository>/force-app`. */
    readonly forceApp: MetadataFolders;
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
    /** Whether accounts may be persons, which an org decides for good. */
    readonly personAccounts?: boolean;
    /** What a null does that a flow gives to a field before the save; `clears` when left out. */
    readonly nullAssignment?: NullAssignment | undefined;
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
    /** Answers GET and POST of `/apex/<page>` as the Visualforce host does, to a browser with this user's session. */
    openPage(request: Request, userId: string): Promise<Response>;
    /** Whether apps show the tab to this user. */
    seesTab(userId: string, tab: string): boolean;
    readonly store: RecordStore;
    readonly schema: OrgSchema;
    readonly users: OrgUsers;
    /** True when the database held no org before; the seed is due then. */
    readonly isNew: boolean;
    readonly analytics: Pick<Analytics, 'takeDashboard'>;
    /** Opens a session and returns its bearer token. Throws when there is no such active user. */
    openSession(username: string): string;
    /** Requests answered since the start, oldest first. */
    readonly requests: readonly RequestLogEntry[];
    /** Runs asynchronous flow paths that are due, until none is left. */
    settle(): Promise<void>;
    close(): Promise<void>;
}

/** The org's default, in which flows of the clock are due. */
const ORG_TIME_ZONE = 'Asia/Kolkata';

/**
 * Opens the local org: reads the package's metadata, prepares the database, starts no server.
 * @throws MetadataError naming the file, when the metadata holds something that the local org does not support
 */
export async function createOrg(options: OrgOptions): Promise<Org> {
    const database = openDatabase(options.database);
    try {
        return await readAtOnce(() => openOrg(options, database));
    } catch (error) {
        database.close();
        throw error;
    }
}

async function openOrg(options: OrgOptions, database: Database): Promise<Org> {
    const { forceApp, clock, log = () => undefined } = options;
    const { personAccounts = false } = options;
    const schema = readSchema(forceApp, readKeyPrefixes(database), { personAccounts });
    checkFormulas(schema);
    const credentials = createCredentialSetup(forceApp, options.credentials);
    const callouts = await createExternalServices({
        forceApp,
        credentials: credentials.entries,
        ...(options.calloutTimeoutMilliseconds !== undefined && {
            timeoutMilliseconds: options.calloutTimeoutMilliseconds
        }),
        ...(options.fetch && { fetch: options.fetch }),
        mayUsePrincipal: (principal, acting) => ownAccess(acting).mayUsePrincipal(principal)
    });
    /** The user's own rights count, also where a flow runs in system context. */
    const ownAccess = (acting: ActingUser): UserAccess => accessOf({ ...acting, systemContext: false });
    const permissionSets = readPermissionSets(forceApp, schema);
    const hasPermission = (name: string, acting: ActingUser): boolean => ownAccess(acting).hasPermission(name);
    const store = createStore({
        database,
        schema,
        clock,
        triggers: () => saves,
        viewOf: (acting) => accessOf(acting).schema,
        sharing: () => sharing,
        hasPermission
    });
    const flows: FlowEngine = createFlowEngine({
        flows: readFlows(forceApp),
        store,
        schema,
        callouts,
        clock,
        hasPermission,
        orgClock: { automatedUser: () => ({ ...users.admin, systemContext: true }), timeZone: ORG_TIME_ZONE },
        nullAssignment: options.nullAssignment,
        log: ({ level, flow, recordId, message }) => log({ level, message: [flow, recordId, message].join(' ') })
    });
    const saves = personAccounts ? withPersonContacts(flows, schema, () => store) : flows;
    const users = createUsers(database, schema, store, clock);
    const isAdmin = (userId: string): boolean => userId === users.admin.id;
    const accessOf = translateAccess(
        createAccess({ schema, permissionSets, reader: store, isAdmin }),
        (userId) => users.languageOf(userId),
        readTranslations(forceApp)
    );
    const publicGroups = readPublicGroups(forceApp);
    const sharing = createSharing({
        reader: store,
        rules: readSharingRules(forceApp, schema, publicGroups),
        accessTo: (object, acting) => ownAccess(acting).schema.objects.get(object.name)?.access,
        isAdmin
    });
    const setGroups = readPermissionSetGroups(forceApp, permissionSets);
    installOrganization(store, users.admin);
    installNotificationTypes(store, forceApp, users.admin);
    installGrants(store, { sets: permissionSets, setGroups, publicGroups }, users.admin);
    const analyticsMetadata = readAnalytics(forceApp, schema);
    const analytics = createAnalytics(analyticsMetadata, installAnalytics(store, analyticsMetadata, users.admin));
    const sessions = createSessions(users, options.apiClients ?? []);
    const requestLog = createRequestLog(clock);
    const onDefect = (error: unknown, request: string): void =>
        log({
            level: 'error',
            message: `${request}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
        });
    const bulkWork = createBackgroundWork((error) => onDefect(error, 'a bulk job'));
    const bulkJobs = { ingest: createIngestJobs(clock, bulkWork), queries: createQueryJobs() };
    const tooling = createToolingStore(forceApp, users.admin, clock, flows);
    // Not the org's own clock: files bear the machine's time.
    const startedAt = new Date();
    const org = { credentials, tooling, analytics, clock };
    const deployments = createDeployments(() => readHeldMetadata(forceApp, startedAt), org);
    const api = createApi(
        {
            accessOf,
            store,
            users,
            sessions,
            flows,
            externalActions: callouts.actions,
            credentials,
            analytics,
            clock,
            onDefect
        },
        { bulkJobs, tooling, deployments }
    );
    const visualforce = createVisualforce({ pages: readPages(forceApp), labels: readLabels(forceApp) });
    const accessOfUser = (userId: string): UserAccess | undefined => {
        const user = users.get(userId);
        const acting = user && users.acting(user.username);
        return acting && accessOf(acting);
    };
    return {
        fetch: (request) => requestLog.record(request, () => api.fetch(atPlainAddress(request))),
        openPage: (request, userId) =>
            visualforce.answer(request, {
                language: users.languageOf(userId),
                mayOpenPage: (name) => accessOfUser(userId)?.mayOpenPage(name) ?? false
            }),
        seesTab: (userId, tab) => accessOfUser(userId)?.seesTab(tab) ?? false,
        store,
        schema,
        users,
        isNew: users.isNew,
        analytics,
        openSession: (username) => sessions.open(username),
        requests: requestLog.entries,
        settle: () => settle(flows),
        close: async () => {
            await bulkWork.stop();
            tooling.close();
            database.close();
        }
    };
}

async function settle(flows: FlowEngine): Promise<void> {
    let ran = await flows.runDueAsync();
    while (ran > 0) {
        ran = await flows.runDueAsync();
    }
}
