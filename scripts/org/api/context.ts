import type { ActingUser, FieldValue } from '../records.ts';
import type { OrgSchema } from '../schema/schema.ts';
import type { Sessions } from '../sessions.ts';
import type { Store } from '../store/store.ts';
import type { OrgUsers } from '../users.ts';

/** Runs autolaunched flows for `actions/custom/flow`; the flow engine implements it. */
export interface FlowActions {
    names(): readonly string[];
    describe(flowName: string): FlowDescription | undefined;
    run(flowName: string, inputs: Readonly<Record<string, FieldValue>>, acting: ActingUser): Promise<FlowActionResult>;
}

export interface FlowDescription {
    readonly label: string;
    readonly inputs: readonly FlowParameter[];
    readonly outputs: readonly FlowParameter[];
}

export interface FlowParameter {
    readonly name: string;
    /** Flow data type: `String`, `Number`, `Boolean`, `Date`, `DateTime` ... */
    readonly dataType: string;
    readonly description?: string;
}

export interface FlowActionResult {
    readonly status: 'Finished' | 'Error';
    readonly outputs: Readonly<Record<string, FieldValue>>;
    readonly error?: string;
}

/** What every part of the REST API stands on. */
export interface ApiContext {
    readonly schema: OrgSchema;
    readonly store: Store;
    readonly users: OrgUsers;
    readonly sessions: Sessions;
    readonly flows: FlowActions;
    readonly clock: () => Date;
    /** Told about requests that failed in a way that no client can have caused. */
    readonly onDefect: (error: unknown, request: string) => void;
}

/** Variables that the bearer check leaves for the routes. */
export interface ApiVariables {
    readonly Variables: { acting: ActingUser };
}

export const API_VERSION = '66.0';
export const API_ROOT = `/services/data/v${API_VERSION}`;
