import { checkCloseCall, decodeCloseCall, decodeDial } from '#contract';
import type { Call } from './call.ts';
import type { Reply } from './replies.ts';
import type { ConvoxProcess } from './settings.ts';
import type { Switchboard } from './switchboard.ts';

export type WireParameters = readonly (readonly [string, string])[];

export interface CommandOptions {
    readonly switchboard: Switchboard;
    readonly processes: readonly ConvoxProcess[];
    readonly doNotCall: readonly string[];
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
    const { switchboard } = options;
    const decoded = decodeCloseCall(parameters);
    const agentCode = decoded.ok ? decoded.value.agentCode : named(parameters, /^(agent_?id|user_?id|user)$/i);
    const problems = decoded.ok
        ? checkCloseCall(decoded.value, { now: options.clock(), timeZone: options.timeZone })
        : decoded.problems;
    const [problem] = problems;
    if (!decoded.ok || problem !== undefined) {
        const message = problem ? `${problem.field}: ${problem.problem}` : 'Request not understood';
        return { agentCode, reply: { code: problem?.code ?? 'EC013', message } };
    }
    const close = decoded.value;
    const line = switchboard.line(agentCode);
    const call = line?.agent.call;
    const refusal = closeRefusal(close, call, options);
    if (line !== undefined && call?.convoxId === close.convoxId && refusal !== undefined) {
        return { agentCode, reply: refusal };
    }
    const { convoxId, disposition, followUp } = close;
    const event = { type: 'close' as const, convoxId, disposition, ...(followUp ? { followUp } : {}) };
    const refused = switchboard.act(agentCode, event);
    return { agentCode, reply: refused ?? { code: 'EC000', message: 'Call closed successfully' } };
}

function closeRefusal(
    close: { disposition: string; mobileNumber: string },
    call: Call | undefined,
    { processes }: CommandOptions
): Reply | undefined {
    const process = processes.find(({ name }) => name === call?.process);
    if (process?.dispositions.some(({ code }) => code === close.disposition) === false) {
        return dispositionUnknown;
    }
    // A caller who withholds the number, or calls from abroad, has none to send.
    return close.mobileNumber === '' && /^\d{10}$/.test(call?.number ?? '')
        ? { code: 'EC006', message: 'Mobile number is empty' }
        : undefined;
}

/** What a server answers that was told to refuse, whatever the request says. */
export function refusedClose(parameters: WireParameters): Judged {
    return { agentCode: named(parameters, /^(agent_?id|user_?id|user)$/i), reply: dispositionUnknown };
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
        const [problem] = decoded.problems;
        const message = problem ? `${problem.field}: ${problem.problem}` : 'Request not understood';
        return {
            agentCode: named(parameters, /^(agent_id|userid|user)$/),
            reply: { code: problem?.code ?? 'CL011', message }
        };
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
