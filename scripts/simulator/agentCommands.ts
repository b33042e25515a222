import type { Agent, AgentEvent, AgentState } from './agentMachine.ts';
import type { CommandOptions, Judged } from './commands.ts';
import type { JsonCommand } from './jsonCommand.ts';
import type { Reply } from './replies.ts';
import type { ConvoxProcess } from './settings.ts';

const simple: Readonly<Record<string, AgentEvent>> = {
    READYAGENT: { type: 'ready' },
    LOGOUTUSER: { type: 'logout' },
    HOLD: { type: 'hold', on: true },
    UNHOLD: { type: 'hold', on: false },
    MUTE: { type: 'mute', on: true },
    UNMUTE: { type: 'mute', on: false }
};

/** Whether it is about the agent, or hands the agent's call on. */
export function isAgentCommand({ action = '', endcall_type: type }: JsonCommand): boolean {
    return action === 'BREAK' || action in simple || type === 'TRANSFER';
}

/** What is public of the answers: a logout has LO000. The others' codes are not, so this server says SUCCESS. */
const accepted: Readonly<Record<string, string>> = { LOGOUTUSER: 'LO000', CLOSE: 'EC000', ENDCALL: 'EC000' };

/** Refusals that ConVox's own screen words without a code, by the agent's state. */
const outOfTurn: Readonly<Record<AgentState, string>> = {
    LOGGEDOUT: 'CL006',
    IDLE: 'EC012',
    BREAK: 'EC012',
    MISSED: 'EC012',
    DIALING: 'CL005',
    RINGING: 'CL005',
    WRAPUP: 'CL005',
    ONCALL: 'CL004'
};

/** @param refusedEnd what else a server asks of whatever ends a call */
export function agentCommand(
    command: JsonCommand,
    agentCode: string,
    { switchboard, processes }: CommandOptions,
    refusedEnd: (command: JsonCommand) => Reply | undefined = () => undefined
): Judged {
    const { action = '' } = command;
    const agent = switchboard.line(agentCode)?.agent;
    const reply = ({ code, message }: Reply): Judged => ({ agentCode, reply: { code, message } });
    if (agent === undefined) {
        return reply({ code: 'EC022', message: 'User id does not exist' });
    }
    const asked = eventOf(command, agent, processes, refusedEnd);
    if ('code' in asked) {
        return reply(asked);
    }
    const refusal = switchboard.act(agentCode, asked);
    return reply(
        refusal === undefined
            ? { code: accepted[action] ?? 'SUCCESS', message: 'Done' }
            : { code: refusal.code || outOfTurn[agent.state], message: refusal.message }
    );
}

function eventOf(
    command: JsonCommand,
    agent: Agent,
    processes: readonly ConvoxProcess[],
    refusedEnd: (command: JsonCommand) => Reply | undefined
): AgentEvent | Reply {
    const { action = '', convoxid: convoxId = '', disposition = '' } = command;
    if (action === 'BREAK') {
        return breakOf(command.break_name ?? '', agent, processes);
    }
    const transfer = { type: 'transfer', convoxId, disposition } as const;
    return simple[action] ?? refusedEnd(command) ?? refusedTarget(command, processes) ?? transfer;
}

function breakOf(name: string, agent: Agent, processes: readonly ConvoxProcess[]): AgentEvent | Reply {
    const own = processes.find((process) => process.name === agent.process);
    return own?.breaks?.includes(name) === true
        ? { type: 'break', name }
        : { code: 'EC002', message: 'Break value is not configured' };
}

function refusedTarget(command: JsonCommand, processes: readonly ConvoxProcess[]): Reply | undefined {
    const { type, transfer_to_queue: queue, transfer_to_process: process } = command;
    const isKnown = processes.some((one) => (type === 'QUEUE' ? one.queue === queue : one.name === process));
    return isKnown ? undefined : { code: 'EC010', message: 'Queue or process does not exist' };
}
