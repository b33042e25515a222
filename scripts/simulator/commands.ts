import { checkCloseCall, decodeCloseCall, decodeDial } from '#contract';
import type { CloseCall, FieldProblem } from '#contract';
import type { Call } from './call.ts';
import type { Lists } from './lists.ts';
import type { Reply } from './replies.ts';
import type { ConvoxProcess } from './settings.ts';
import type { Switchboard } from './switchboard.ts';

export type WireParameters = readonly (readonly [string, string])[];

export interface CommandOptions {
    readonly switchboard: Switchboard;
    readonly processes: readonly ConvoxProcess[];
    readonly doNotCall: readonly string[];
    readonly lists: Lists;
    readonly timeZone: string;
    readonly clock: () => Date;
    /** A new call to a number on behalf of an agent's process. */
    readonly outboundCall: (agentCode: string, number: string) => Call;
}

/** A command as the server judged it. `agentCode` is whom it was about, as the request spelled it. */
export interface Judged {
    readonly agentCode: string;
    readonly reply: Reply;
}

const dispositionUnknown: Reply = { code: 'EC001', message: 'Disposition is not configured' };

/**
 * `callcontrol_api.php`: closes the agent's call, in the sheet's spelling of either method.
 * Refuses in this order: the request itself, the agent's state and call, the disposition, the number.
 */
export function closeCommand(parameters: WireParameters, options: CommandOptions): Judged {
    const decoded = decodeCloseCall(parameters);
    if (!decoded.ok) {
        return { agentCode: agentNamedIn(parameters), reply: problemReply(decoded.problems) };
    }
    const close = decoded.value;
    const problems = checkCloseCall(close, { now: options.clock(), timeZone: options.timeZone });
    return {
        agentCode: close.agentCode,
        reply: problems.length > 0 ? problemReply(problems) : closeReply(close, options)
    };
}

function closeReply(close: CloseCall, options: CommandOptions): Reply {
    const { agentCode, convoxId, disposition, followUp } = close;
    const call = options.switchboard.line(agentCode)?.agent.call;
    // Only who asks about the call in hand learns what is wrong with the rest of the request.
    const refusal = call?.convoxId === convoxId ? closeRefusal(close, call, options) : undefined;
    const event = { type: 'close' as const, convoxId, disposition, ...(followUp ? { followUp } : {}) };
    return (
        refusal ?? options.switchboard.act(agentCode, event) ?? { code: 'EC000', message: 'Call closed successfully' }
    );
}

function closeRefusal(close: CloseCall, call: Call, { processes }: CommandOptions): Reply | undefined {
    const process = processes.find(({ name }) => name === call.process);
    if (process?.dispositions.some(({ code }) => code === close.disposition) === false) {
        return dispositionUnknown;
    }
    // A caller who withholds the number, or calls from abroad, has none to send.
    return close.mobileNumber === '' && /^\d{10}$/.test(call.number)
        ? { code: 'EC006', message: 'Mobile number is empty' }
        : undefined;
}

/** What a server answers that was told to refuse, whatever the request says. */
export function refusedClose(parameters: WireParameters): Judged {
    return { agentCode: agentNamedIn(parameters), reply: dispositionUnknown };
}

/** The agent that a command is about, also when the rest of it makes no sense. */
export function agentNamedIn(parameters: WireParameters): string {
    return named(parameters, /^(agent_?id|user_?id|user)$/i);
}

function problemReply([problem]: readonly FieldProblem[]): Reply {
    return problem
        ? { code: problem.code ?? 'EC013', message: `${problem.field}: ${problem.problem}` }
        : { code: 'EC013', message: 'Request not understood' };
}

const agentParameters = ['user', 'agent_id', 'userid'];
const numberParameters = ['phone_number', 'mobile_number'];

/** Click to call. The sheet leaves the names open, so all that are in use are taken. */
export function dialCommand(parameters: WireParameters, options: CommandOptions): Judged {
    const present = (names: readonly string[]): string | undefined =>
        names.find((name) => parameters.some(([key, value]) => key === name && value !== ''));
    const action = parameters.find(([name]) => name === 'ACTION')?.[1] === 'DIAL' ? 'DIAL' : 'CALL';
    const agentParameter = present(agentParameters);
    const numberParameter = present(numberParameters);
    const decoded = decodeDial(parameters, {
        action,
        ...(agentParameter ? { agentParameter } : {}),
        ...(numberParameter ? { numberParameter } : {})
    });
    if (!decoded.ok) {
        return { agentCode: agentNamedIn(parameters), reply: problemReply(decoded.problems) };
    }
    const { agentCode, phoneNumber, referenceNumber } = decoded.value;
    return { agentCode, reply: dial(agentCode, phoneNumber, referenceNumber, options) };
}

function dial(agentCode: string, number: string, refno: string, options: CommandOptions): Reply {
    if (options.switchboard.line(agentCode) === undefined) {
        return { code: 'CL003', message: 'Agent is not available' };
    }
    if (options.doNotCall.includes(number)) {
        return { code: 'CL008', message: 'Number is on the do-not-call list' };
    }
    const call = options.outboundCall(agentCode, number);
    const refused = options.switchboard.place(agentCode, call);
    return (
        refused ?? {
            code: 'CL000',
            message: 'Call initiated successfully',
            details: {
                PHONE_NUMBER: number,
                PROCESS: call.process,
                CONVOXID: call.convoxId,
                CALL_HIT_REFERENCE_NUMBER: call.reference,
                refno
            }
        }
    );
}

function named(parameters: WireParameters, name: RegExp): string {
    return parameters.find(([key]) => name.test(key))?.[1] ?? '';
}
