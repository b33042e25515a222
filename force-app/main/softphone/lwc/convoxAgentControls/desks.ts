import { agentActionOf } from 'c/convoxAgentAction';
import type { AgentAction } from 'c/convoxAgentAction';
import { readAgents } from 'c/convoxAgentSetup';
import type { AgentSetup } from 'c/convoxAgentSetup';
import type { Heard } from 'c/convoxAgentState';
import type { CallState } from 'c/convoxCallState';
import { numberOf, rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { heardWords } from './heardWords.ts';
import { labels } from './labels.ts';

/** A process of ConVox as its agents know it. */
export interface DeskProcess {
    readonly code: string;
    /** As people call it. */
    readonly name: string;
    readonly breaks: readonly string[];
    readonly queues: readonly string[];
    /** What ConVox notes for a call that is handed on; without it none is. */
    readonly transferDisposition: string;
    readonly wrapUpSeconds: number;
}

/** What one of the user's agents can ask for. */
export interface Desk {
    readonly agent: AgentSetup;
    readonly supports: readonly AgentAction[];
    readonly heard: Heard;
    /** Those of the agent's server. */
    readonly processes: readonly DeskProcess[];
}

const namesIn = (text: string): string[] =>
    text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);

/** The desks of all agents that the user is, in the order of the answer. */
export function readDesks(data: unknown): Desk[] {
    const [defaultServer] = rowsOf(data, 'ConVox_Server__c');
    const defaultId = textOf(defaultServer, 'Id');
    const all = rowsOf(data, 'ConVox_Process__c');
    const rows = rowsOf(data, 'ConVox_Agent__c');
    return readAgents(data).map((agent, index) => {
        const row = rows[index];
        const hasOwn = textOf(row, 'Server__c');
        const processes = all
            .filter((process) => (textOf(process, 'Server__c') || defaultId) === agent.serverId)
            .map(processOf);
        const supports = hasOwn ? supportedBy(row, 'Server__r.') : supportedBy(defaultServer);
        return {
            agent,
            heard: {
                // That nothing was heard is told where there is something to ask for.
                words: heardWords(row) || (supports.length > 0 ? labels.stateUnknown : ''),
                at: sinceOf(row),
                ...wrapUpOf(row, processes)
            },
            supports,
            processes
        };
    });
}

/** The sheet has no words for what agents ask for: its servers are sent none of it, whatever the record names. */
function supportedBy(server: GraphqlRow | undefined, path = ''): AgentAction[] {
    const isOfTheSheet = !['webService', 'rest'].includes(textOf(server, `${path}Dialect__c`));
    const names = isOfTheSheet ? [] : namesIn(textOf(server, `${path}Supports__c`));
    return names.flatMap((name) => agentActionOf(name) ?? []);
}

/** What was done with a call last, newest last. */
export function doneWith(data: unknown, call: CallState | undefined): AgentAction[] {
    const rows = call?.callId ? rowsOf(data, 'done').filter((row) => textOf(row, 'Call__c') === call.callId) : [];
    return rows.flatMap((row) => agentActionOf(textOf(row, 'Type__c')) ?? []).reverse();
}

/** 0 where nothing was heard: NaN would differ from itself, and be news each time. */
function sinceOf(row: GraphqlRow | undefined): number {
    return Date.parse(textOf(row, 'State_Since__c')) || 0;
}

function wrapUpOf(row: GraphqlRow | undefined, processes: readonly DeskProcess[]): Pick<Heard, 'process' | 'until'> {
    const known = processNamed(processes, textOf(row, 'State_Detail__c'));
    const seconds = textOf(row, 'State__c') === 'Wrap-Up' ? known?.wrapUpSeconds : 0;
    return { process: known?.name ?? '', until: seconds ? sinceOf(row) + seconds * 1000 : 0 };
}

export function processNamed(processes: readonly DeskProcess[], name: string): DeskProcess | undefined {
    return processes.find(({ code }) => code.toLowerCase() === name.toLowerCase());
}

/** That of the agent who has the call, whose id names the server, and no other: it would ask elsewhere. Without a call of the user's, that of the first agent. */
export function deskFor(desks: readonly Desk[], call: CallState | undefined): Desk | undefined {
    const code = call?.owner.kind === 'mine' && call.owner.agent.agentCode.toLowerCase();
    return code ? desks.find(({ agent }) => agent.agentCode.toLowerCase() === code) : desks[0];
}

function processOf(row: GraphqlRow): DeskProcess {
    return {
        code: textOf(row, 'Process_Code__c'),
        name: textOf(row, 'Name'),
        breaks: namesIn(textOf(row, 'Break_Names__c')),
        queues: namesIn(textOf(row, 'Transfer_Queues__c')),
        transferDisposition: textOf(row, 'Transfer_Disposition__c'),
        wrapUpSeconds: numberOf(row, 'Wrap_Up_Seconds__c') ?? 0
    };
}
