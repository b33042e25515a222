import { serverKey } from '#contract';
import type { Path, Problem } from '../../node/checkedYaml.ts';
import type { AgentConfig, Config, DispositionConfig, ProcessConfig, ServerConfig } from './configSchema.ts';
import { codeBefore, serverNamed } from './serverCodes.ts';
import type { KnownServers } from './serverCodes.ts';

export type FieldValue = string | number | boolean | null;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Objects of the configuration, parents first. */
export const configurationObjects = [
    'ConVox_Server__c',
    'ConVox_Process__c',
    'ConVox_Disposition__c',
    'ConVox_Agent__c'
] as const;
export type ConfigurationObject = (typeof configurationObjects)[number];

/** A row as the file wants it. */
export interface DesiredRow {
    readonly object: ConfigurationObject;
    /** Tells rows of the object apart; case does not matter, as in ConVox. */
    readonly key: string;
    /** What people call the row. */
    readonly title: string;
    readonly path: Path;
    /** Fields that the file sets. */
    readonly values: FieldValues;
    /** Fields that only a new row gets. */
    readonly defaults: FieldValues;
    /** Lookups to other rows of the configuration, by field. */
    readonly parents: Readonly<Record<string, RowReference>>;
    /** User name of a lookup to a user, by field. */
    readonly users: Readonly<Record<string, string>>;
}

export interface RowReference {
    readonly object: ConfigurationObject;
    readonly key: string;
}

export const keyOf = (...parts: readonly string[]): string =>
    parts.map((part) => part.trim().toLowerCase()).join(' / ');

const serverFields: Readonly<Record<Exclude<keyof ServerConfig, 'name'>, string>> = {
    code: 'Code__c',
    default: 'Is_Default__c',
    timeZone: 'Time_Zone__c',
    dialect: 'Dialect__c',
    commandRoute: 'Command_Route__c',
    recordingsBase: 'Recordings_Base__c',
    closeMethod: 'Close_Method__c',
    dialScript: 'Dial_Script__c',
    dialMethod: 'Dial_Method__c',
    dialAction: 'Dial_Action__c',
    dialAgentParameter: 'Dial_Agent_Parameter__c',
    dialNumberParameter: 'Dial_Number_Parameter__c',
    dialPrefix: 'Dial_Prefix__c',
    supports: 'Supports__c',
    wordsOfSuccess: 'Words_of_Success__c'
};

/** What clients are known to send to servers of the web service. What is only assumed, or a server of REST may lack, the file has to name. */
const SEEN_AT_THE_WEB_SERVICE = 'Ready, LogOut, Hold, Resume, Mute, Unmute';

/** The settings of a server that are picklists in the org, by field. */
export const serverSettingOf = new Map(Object.entries(serverFields).map(([setting, field]) => [field, setting]));

/**
 * Every row that the file names, parents before their children. Agents and processes are named as the org names them, behind
 * the code of their server; a server that nobody knows yet has its name for one.
 * @param known servers of the org
 */
export function desiredRows(config: Config, known: KnownServers = new Map()): DesiredRow[] {
    const { servers, processes, agents } = config;
    const keyAt = (server: string | undefined, name: string): string => {
        const found = server === undefined ? undefined : serverNamed(server, config, known);
        return serverKey(found === undefined ? server : codeBefore(found), name);
    };
    return [
        ...servers.map((server, index) => serverRow(server, ['servers', index])),
        ...processes.flatMap((process, index) =>
            processRows(process, keyAt(process.server, process.code), ['processes', index])
        ),
        ...agents.map((agent, index) => agentRow(agent, keyAt(agent.server, agent.code), ['agents', index]))
    ];
}

function serverRow({ name, ...settings }: ServerConfig, path: Path): DesiredRow {
    const values = Object.entries(settings).flatMap(([setting, value]): [string, FieldValue][] => {
        const field = Object.entries(serverFields).find(([known]) => known === setting)?.[1];
        return field === undefined ? [] : [[field, value]];
    });
    return {
        object: 'ConVox_Server__c',
        key: keyOf(name),
        title: name,
        path,
        values: { Name: name, ...Object.fromEntries(values) },
        defaults: settings.dialect === 'webService' ? { Supports__c: SEEN_AT_THE_WEB_SERVICE } : {},
        parents: {},
        users: {}
    };
}

function processRows(process: ProcessConfig, key: string, path: Path): DesiredRow[] {
    const { code, server, dispositions } = process;
    const row: DesiredRow = {
        object: 'ConVox_Process__c',
        key: keyOf(key),
        title: key,
        path,
        values: without({
            Process_Code__c: key,
            Name: process.name,
            Wrap_Up_Seconds__c: process.wrapUpSeconds,
            Answer_Target_Seconds__c: process.answerTargetSeconds,
            Break_Names__c: process.breaks,
            Transfer_Queues__c: process.transferQueues,
            Transfer_Disposition__c: process.transferDisposition,
            Calling_From__c: process.callingFrom,
            Calling_To__c: process.callingTo
        }),
        defaults: { Name: code },
        parents: serverParent(server),
        users: {}
    };
    return [row, ...dispositionRows(dispositions, [key], [...path, 'dispositions'])];
}

/** @param above the process's key and the codes of the levels above */
function dispositionRows(
    dispositions: readonly DispositionConfig[],
    above: readonly string[],
    path: Path
): DesiredRow[] {
    const [process = '', ...codes] = above;
    return dispositions.flatMap((disposition, index) => {
        const { code, name, needsFollowUp, countsAs, active, sortOrder, children = [] } = disposition;
        const row: DesiredRow = {
            object: 'ConVox_Disposition__c',
            key: keyOf(...above, code),
            title: [...above, code].join(' / '),
            path: [...path, index],
            values: without({
                Code__c: code,
                Name: name,
                Level__c: codes.length + 1,
                Needs_Follow_Up__c: needsFollowUp,
                Counts_As__c: countsAs,
                Is_Active__c: active,
                Sort_Order__c: sortOrder ?? (index + 1) * 10
            }),
            defaults: { Name: code },
            parents: {
                Process__c: { object: 'ConVox_Process__c', key: keyOf(process) },
                ...(codes.length === 0
                    ? {}
                    : { Parent__c: { object: 'ConVox_Disposition__c' as const, key: keyOf(...above) } })
            },
            users: {}
        };
        return [row, ...dispositionRows(children, [...above, code], [...path, index, 'children'])];
    });
}

function agentRow({ code, user, name, server, active }: AgentConfig, key: string, path: Path): DesiredRow {
    return {
        object: 'ConVox_Agent__c',
        key: keyOf(key),
        title: key,
        path,
        values: without({ Agent_Code__c: key, Name: name, Is_Active__c: active }),
        defaults: { Name: code },
        parents: serverParent(server),
        users: { User__c: user }
    };
}

function serverParent(server: string | undefined): DesiredRow['parents'] {
    return server === undefined ? {} : { Server__c: { object: 'ConVox_Server__c', key: keyOf(server) } };
}

function without(values: Readonly<Record<string, FieldValue | undefined>>): FieldValues {
    const entries = Object.entries(values).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined);
    return Object.fromEntries(entries);
}

const AGENTS = 'ConVox_Agents';
const GRANTS_OF_AGENTS: ReadonlySet<string> = new Set([AGENTS, 'ConVox_Agent', 'ConVox_Supervisors']);

/** Who gets what: `permissions`, and ConVox_Agents for every active agent whom `permissions` gives no rights of an agent. */
export function wantedGrants({ agents, permissions }: Config): ReadonlyMap<string, readonly string[]> {
    const named = new Set(
        Object.entries(permissions).flatMap(([name, users]) =>
            GRANTS_OF_AGENTS.has(name) ? users.map((user) => keyOf(user)) : []
        )
    );
    const others = agents
        .filter(({ active, user }) => active !== false && !named.has(keyOf(user)))
        .map(({ user }) => user);
    const grants = new Map(Object.entries(permissions));
    return others.length === 0 ? grants : grants.set(AGENTS, [...(grants.get(AGENTS) ?? []), ...others]);
}

/** What is wrong with the file whatever the org holds: names that come twice, two default servers, two agents of a server for a user. */
export function checkConfig(config: Config, rows: readonly DesiredRow[]): Problem[] {
    const keys = rows.map(({ object, key, path, title }) => ({ key: `${object} ${key}`, path, name: title }));
    const users = config.agents.flatMap(({ user, server = '', active }, index) =>
        active === false ? [] : [{ key: `user ${keyOf(user, server)}`, path: ['agents', index, 'user'], name: user }]
    );
    const defaults = config.servers.flatMap((server, index) =>
        server.default === true
            ? [{ key: 'default', path: ['servers', index, 'default'], name: 'the default server' }]
            : []
    );
    const assigned = Object.entries(config.permissions).flatMap(([set, names]) =>
        names.map((name, index) => ({ key: `${set} ${keyOf(name)}`, path: ['permissions', set, index], name }))
    );
    return [...keys, ...users, ...defaults, ...assigned].flatMap(({ key, path, name }, index, all) =>
        all.findIndex((other) => other.key === key) < index ? [{ path, message: `comes twice: ${name}` }] : []
    );
}
