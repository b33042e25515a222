import { agentActionOf, isTransfer } from '#agent-action';
import type { AgentAction } from '#agent-action';

/** What an agent asks for. Texts are '' when they did not come. */
export interface AgentCommand {
    readonly action: AgentAction;
    readonly agentCode: string;
    readonly referenceNumber: string;
    /** The break, queue or process that it is about. */
    readonly target: string;
    /** The call in hand, for what hands it on. */
    readonly call: HandedCall;
}

export interface HandedCall {
    readonly convoxId: string;
    readonly callReference: string;
    readonly process: string;
    readonly mobileNumber: string;
    readonly disposition: string;
}

export type ReadAgentCommand =
    | { readonly ok: true; readonly command: AgentCommand }
    | { readonly ok: false; readonly code: string; readonly words: string };

/**
 * Undefined when the ACTION is none of an agent's.
 * @param text the parameter of this name in small letters, or ''
 */
export function readAgentCommand(text: (name: string) => string): ReadAgentCommand | undefined {
    const action = agentActionOf(text('action'));
    if (action === undefined) {
        return undefined;
    }
    const command: AgentCommand = {
        action,
        agentCode: text('agent_id'),
        referenceNumber: text('refno'),
        target: text('target'),
        call: {
            convoxId: text('convoxid'),
            callReference: text('callreferenceid'),
            process: text('process'),
            mobileNumber: text('mobile_number'),
            disposition: text('disposition')
        }
    };
    const [, code, words] = demands.find(([isBroken]) => isBroken(command)) ?? [];
    return code === undefined || words === undefined
        ? { ok: true, command }
        : { ok: false, code, words: `${words}. The command was not sent` };
}

/** What ConVox would refuse whatever its state, and with which code. */
const demands: readonly (readonly [(command: AgentCommand) => boolean, string, string])[] = [
    [({ agentCode }) => agentCode === '', 'EC004', 'agentCode: agentCodeMissing'],
    [({ agentCode }) => !/^\w{1,64}$/.test(agentCode), 'EC021', 'agentCode: agentCodeInvalid'],
    [({ referenceNumber }) => referenceNumber === '', 'GE004', 'referenceNumber: referenceNumberMissing'],
    [({ referenceNumber }) => !/^\w{6,20}$/.test(referenceNumber), 'GE006', 'referenceNumber: referenceNumberInvalid'],
    [({ action, target }) => action === 'Break' && target === '', 'EC002', 'The break has no name'],
    [
        ({ action, target }) => isTransfer(action) && target === '',
        'EC010',
        'The command does not say whom the call goes to'
    ],
    [({ action, call }) => isTransfer(action) && call.convoxId === '', 'EC009', 'The command does not name the call']
];

/** Actions of the JSON dialects; the web service's names, which REST is assumed to share. */
const SIMPLE: Readonly<Record<Exclude<AgentAction, `TransferTo${string}`>, Readonly<Record<string, string>>>> = {
    Ready: { action: 'READYAGENT', update_break: 'NO' },
    Break: { action: 'BREAK' },
    LogOut: { action: 'LOGOUTUSER' },
    Hold: { action: 'HOLD' },
    Resume: { action: 'UNHOLD' },
    Mute: { action: 'MUTE' },
    Unmute: { action: 'UNMUTE' }
};

/**
 * What a command says in JSON.
 * @param agentName how the server calls the agent in this action
 * @param endOfCall what ends a call there, without its type
 */
export function agentContent(
    { action, agentCode, referenceNumber, target, call }: AgentCommand,
    agentName: string,
    endOfCall: Readonly<Record<string, string>>
): Record<string, string> {
    if (action === 'TransferToQueue' || action === 'TransferToProcess') {
        const type = action === 'TransferToQueue' ? 'QUEUE' : 'PROCESS';
        return {
            ...endOfCall,
            endcall_type: 'TRANSFER',
            refno: referenceNumber,
            convoxid: call.convoxId,
            disposition: call.disposition,
            mobile_number: call.mobileNumber,
            set_followUp: 'N',
            type,
            [`transfer_to_${type.toLowerCase()}`]: target
        };
    }
    return {
        ...SIMPLE[action],
        refno: referenceNumber,
        [agentName]: agentCode,
        ...(action === 'Break' && { break_name: target })
    };
}
