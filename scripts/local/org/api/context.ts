import type { CredentialSetup } from '../externalServices/credentialSetup.ts';
import type { ExternalAction } from '../externalServices/externalServices.ts';
import type { FlowEngine } from '../flows/engine.ts';
import type { UserAccess } from '../permissions/access.ts';
import type { ActingUser } from '../records.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import type { Sessions } from '../sessions.ts';
import type { Store } from '../store/store.ts';
import type { Analytics } from '../reports/analytics.ts';
import type { ReportDesk } from '../reports/reportDesk.ts';
import type { OrgUsers } from '../users.ts';

/** The part of the flow engine that `actions/custom/flow` offers to clients. */
export type FlowActions = Pick<FlowEngine, 'run' | 'describe' | 'callableFlows'>;

/** What the REST API stands on. */
export interface ApiContext {
    readonly accessOf: (acting: ActingUser) => UserAccess;
    readonly store: Store;
    readonly users: OrgUsers;
    readonly sessions: Sessions;
    readonly flows: FlowActions;
    readonly externalActions: ReadonlyMap<string, ExternalAction>;
    readonly credentials: CredentialSetup;
    readonly analytics: Analytics;
    readonly clock: () => Date;
    /** Told about requests that failed in a way that no client can have caused. */
    readonly onDefect: (error: unknown, request: string) => void;
}

/** What the resources below `/services/data` stand on: schema and store are what their user may see. */
export interface DataContext extends Omit<ApiContext, 'accessOf' | 'analytics'> {
    readonly schema: OrgSchema;
    readonly mayRunFlow: (flowName: string) => boolean;
    readonly reports: ReportDesk;
}

/** Variables that the bearer check leaves for the routes. */
export interface ApiVariables {
    readonly Variables: { acting: ActingUser };
}

export const API_VERSION = '66.0';
export const API_ROOT = `/services/data/v${API_VERSION}`;
