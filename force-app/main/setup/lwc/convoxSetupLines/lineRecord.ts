import type { ProcessFacts, ServerFacts } from 'c/convoxSetupChecks';
import type { CreateRecordInput } from 'lightning/uiRecordApi';
import type { NamedRows } from './linesQuery.ts';

/** What lines may refer to. */
export interface Known extends NamedRows {
    readonly processes: readonly ProcessFacts[];
    /** Names of servers, in small letters. */
    readonly servers: ReadonlySet<string>;
    /** Ids of servers by their codes. */
    readonly codes: ReadonlyMap<string, string>;
    readonly hasDefault: boolean;
    /** '' without one. */
    readonly defaultServerId: string;
}

export const NO_ROWS: NamedRows = { users: new Map(), agents: [], dispositions: [] };

export function knownOf(processes: readonly ProcessFacts[], servers: readonly ServerFacts[], rows: NamedRows): Known {
    return {
        ...rows,
        processes,
        servers: new Set(servers.map(({ name }) => name.toLowerCase())),
        codes: new Map(servers.map(({ code, id }) => [code, id])),
        hasDefault: servers.some(({ isDefault }) => isDefault),
        defaultServerId: servers.find(({ isDefault }) => isDefault)?.id ?? ''
    };
}

/** A row that is there already: what of it changes, and what is asked before. */
export interface RowChange {
    readonly id: string;
    readonly fields: Readonly<Record<string, string | boolean>>;
    readonly question: string;
}

/** The row that a line asks for: a new one, or one that is there and changes. */
export interface RowOfLine {
    readonly record: CreateRecordInput;
    readonly change?: RowChange;
}

/** Or why it cannot be made. */
export type LineRecord = RowOfLine | { readonly problem: string };

export function made(apiName: string, fields: CreateRecordInput['fields'], change?: RowChange): LineRecord {
    return { record: { apiName, fields }, ...(change && { change }) };
}
