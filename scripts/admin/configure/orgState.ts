import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { serverKey } from '#contract';
import { queryRows } from '../org/rows.ts';
import { inChunks } from './chunks.ts';
import { readCodesWithCalls } from './codesWithCalls.ts';
import type { ConfigurationObject, FieldValue } from './desiredRows.ts';
import { configurationObjects, keyOf } from './desiredRows.ts';
import type { Grant } from './grants.ts';
import { readAssignments, readGrants } from './grants.ts';
import { codeBefore } from './serverCodes.ts';
import type { KnownServer, KnownServers } from './serverCodes.ts';

/** A row of the configuration as the org has it. */
export interface CurrentRow {
    readonly id: string;
    readonly key: string;
    readonly title: string;
    readonly values: Readonly<Record<string, FieldValue>>;
}

export interface OrgUserRow {
    readonly id: string;
    readonly name: string;
    readonly isActive: boolean;
}

/** What the org holds of everything that the file can name. */
export interface OrgState {
    readonly rows: Readonly<Record<ConfigurationObject, readonly CurrentRow[]>>;
    readonly servers: KnownServers;
    /** Codes of servers that have calls; '' for the default one, whose calls have none. */
    readonly codesWithCalls: ReadonlySet<string>;
    /** By user name, lower case. */
    readonly users: ReadonlyMap<string, OrgUserRow>;
    /** By API name. */
    readonly grants: ReadonlyMap<string, Grant>;
    /** `<user id> <grant id>` of what is assigned. */
    readonly assigned: ReadonlySet<string>;
    /** Allowed values of restricted picklists, by object and field. */
    readonly picklists: ReadonlyMap<string, readonly string[]>;
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const anyRow = z.record(z.string(), z.unknown());

const fields: Readonly<Record<ConfigurationObject, readonly string[]>> = {
    ConVox_Server__c: [
        'Name',
        'Code__c',
        'Is_Default__c',
        'Time_Zone__c',
        'Dialect__c',
        'Command_Route__c',
        'Recordings_Base__c',
        'Close_Method__c',
        'Dial_Script__c',
        'Dial_Method__c',
        'Dial_Action__c',
        'Dial_Agent_Parameter__c',
        'Dial_Number_Parameter__c',
        'Dial_Prefix__c',
        'Supports__c',
        'Words_of_Success__c'
    ],
    ConVox_Process__c: [
        'Name',
        'Process_Code__c',
        'Server__c',
        'Wrap_Up_Seconds__c',
        'Answer_Target_Seconds__c',
        'Break_Names__c',
        'Transfer_Queues__c',
        'Transfer_Disposition__c',
        'Calling_From__c',
        'Calling_To__c'
    ],
    ConVox_Disposition__c: [
        'Name',
        'Code__c',
        'Process__c',
        'Parent__c',
        'Level__c',
        'Needs_Follow_Up__c',
        'Counts_As__c',
        'Is_Active__c',
        'Sort_Order__c'
    ],
    ConVox_Agent__c: ['Name', 'Agent_Code__c', 'User__c', 'Server__c', 'Is_Active__c']
};

export interface Wanted {
    readonly users: readonly string[];
    readonly grants: readonly string[];
}

export async function readOrgState(connection: Connection, wanted: Wanted): Promise<OrgState> {
    const [servers, processes, dispositionRows, agents] = await Promise.all([
        readRows(connection, 'ConVox_Server__c'),
        readRows(connection, 'ConVox_Process__c'),
        readRows(connection, 'ConVox_Disposition__c'),
        readRows(connection, 'ConVox_Agent__c')
    ]);
    const users = await readUsers(connection, wanted.users);
    const grants = await readGrants(connection, wanted.grants);
    const codes = new Map(servers.map((row) => [row.id, codeBefore(knownServer(row))]));
    // A row from before codes stood before names is known by what it will be called.
    const named = (row: RawRow, field: string): string =>
        serverKey(codes.get(textOf(row, 'Server__c')), textOf(row, field));
    return {
        // Of two of one name, which are refused, the first.
        servers: new Map(servers.toReversed().map((row) => [keyOf(textOf(row, 'Name')), knownServer(row)])),
        codesWithCalls: await readCodesWithCalls(
            connection,
            servers.map((row) => textOf(row, 'Code__c'))
        ),
        rows: {
            ConVox_Server__c: servers.map((row) => current(row, [textOf(row, 'Name')])),
            ConVox_Process__c: processes.map((row) => current(row, [named(row, 'Process_Code__c')])),
            ConVox_Disposition__c: dispositions(
                dispositionRows,
                new Map(processes.map((row) => [row.id, named(row, 'Process_Code__c')]))
            ),
            ConVox_Agent__c: agents.map((row) => current(row, [named(row, 'Agent_Code__c')]))
        },
        users,
        grants,
        assigned: await readAssignments(
            connection,
            [...users.values()].map(({ id }) => id),
            [...grants.values()]
        ),
        picklists: await readPicklists(connection)
    };
}

interface RawRow {
    readonly id: string;
    readonly values: Readonly<Record<string, FieldValue>>;
}

async function readRows(connection: Connection, object: ConfigurationObject): Promise<RawRow[]> {
    const names = fields[object];
    const rows = await queryRows(connection, `SELECT Id, ${names.join(', ')} FROM ${object} ORDER BY Id`, anyRow);
    return rows.map((row) => ({
        id: z.string().parse(row['Id']),
        values: Object.fromEntries(names.map((name) => [name, value.parse(row[name] ?? null)]))
    }));
}

function textOf({ values }: RawRow, field: string): string {
    const found = values[field];
    return typeof found === 'string' ? found : '';
}

function current({ id, values }: RawRow, parts: readonly string[]): CurrentRow {
    return { id, values, key: keyOf(...parts), title: parts.join(' / ') };
}

function knownServer(row: RawRow): KnownServer {
    return { code: textOf(row, 'Code__c'), isDefault: row.values['Is_Default__c'] === true };
}

/**
 * A disposition is known by its process and the codes of the levels above it.
 * @param processes their keys by their ids
 */
function dispositions(rows: readonly RawRow[], processes: ReadonlyMap<string, string>): CurrentRow[] {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const codes = (row: RawRow, depth: number): string[] => {
        const parent = byId.get(textOf(row, 'Parent__c'));
        const above = parent && depth > 0 ? codes(parent, depth - 1) : [];
        return [...above, textOf(row, 'Code__c')];
    };
    return rows.map((row) => current(row, [processes.get(textOf(row, 'Process__c')) ?? '', ...codes(row, 3)]));
}

const userRow = z.object({ Id: z.string(), Username: z.string(), Name: z.string(), IsActive: z.boolean() });

async function readUsers(connection: Connection, names: readonly string[]): Promise<Map<string, OrgUserRow>> {
    const rows = await inChunks(names, (list) =>
        queryRows(connection, `SELECT Id, Username, Name, IsActive FROM User WHERE Username IN (${list})`, userRow)
    );
    return new Map(
        rows.map(({ Id, Username, Name, IsActive }) => [keyOf(Username), { id: Id, name: Name, isActive: IsActive }])
    );
}

const described = z.object({
    fields: z.array(
        z.object({
            name: z.string(),
            restrictedPicklist: z.boolean(),
            picklistValues: z.array(z.object({ value: z.string(), active: z.boolean() })).nullish()
        })
    )
});

async function readPicklists(connection: Connection): Promise<Map<string, readonly string[]>> {
    const all = await Promise.all(
        configurationObjects.map(async (object) => {
            const description = described.parse(await connection.describe(object));
            return description.fields
                .filter(({ restrictedPicklist }) => restrictedPicklist)
                .map(({ name, picklistValues }): [string, readonly string[]] => [
                    `${object}.${name}`,
                    (picklistValues ?? []).filter(({ active }) => active).map((entry) => entry.value)
                ]);
        })
    );
    return new Map(all.flat());
}
