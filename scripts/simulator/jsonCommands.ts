import { agentCommand, isAgentCommand } from './agentCommands.ts';
import { closeCommand, dialCommand } from './commands.ts';
import type { CommandOptions, Judged, WireParameters } from './commands.ts';
import type { JsonCommand } from './jsonCommand.ts';
import { uploadedRow } from './lists.ts';
import type { Reply } from './replies.ts';

/** A command to `external_dialer.php`. */
export function webServiceCommand(command: JsonCommand, options: CommandOptions): Judged {
    if (isAgentCommand(command)) {
        return agentCommand(command, agentIn(command), options);
    }
    switch (command.action ?? '') {
        case 'DATAUPLOAD':
            return { agentCode: '', reply: uploadedRow(command, options) };
        case 'CALL': {
            const { agentCode, reply } = dialCommand(sheetDial(command.user, command), options);
            const { CONVOXID, ...details } = reply.details ?? {};
            const called = CONVOXID === undefined ? {} : { details: { ...details, LEAD_ID: CONVOXID } };
            return { agentCode, reply: { ...reply, ...called } };
        }
        case 'CLOSE':
            return command.endcall_type === 'CLOSE'
                ? closeCommand(sheetClose(command.agent_id, command), options)
                : { agentCode: command.agent_id ?? '', reply: wrongType };
        default:
            return { agentCode: '', reply: unknownAction };
    }
}

/** Each action has a name of its own for the agent. */
function agentIn({ agent_id: ending, user_id: asking, user = '' }: JsonCommand): string {
    return ending ?? asking ?? user;
}

/** A command to `rest/api`. What its CALL answers beside the code is not public, so nothing is. */
export function restCommand(command: JsonCommand, options: CommandOptions): Judged {
    const { userid = '' } = command;
    if (isAgentCommand(command)) {
        return agentCommand(command, userid, options, (end) => refusedEnd(end, options));
    }
    switch (command.action ?? '') {
        case 'CALL': {
            const { code, message } = dialCommand(sheetDial(userid, command), options).reply;
            return { agentCode: userid, reply: { code, message } };
        }
        case 'ENDCALL':
            return {
                agentCode: userid,
                reply: refusedEnd(command, options) ?? closeCommand(sheetClose(userid, command), options).reply
            };
        default:
            return { agentCode: userid, reply: unknownAction };
    }
}

const wrongType: Reply = { code: 'EC008', message: 'Endcall type is invalid' };
const unknownAction: Reply = { code: 'GE009', message: 'Action is not supported' };

function refusedEnd(command: JsonCommand, { processes, switchboard }: CommandOptions): Reply | undefined {
    const { userid = '', callreferenceid = '', process_name: process = '', mobile_number: number = '' } = command;
    const call = switchboard.line(userid)?.agent.call;
    const checks: readonly (readonly [boolean, Reply])[] = [
        [!['CLOSE', 'TRANSFER'].includes(command.endcall_type ?? ''), wrongType],
        [number === '', { code: 'EC006', message: 'Mobile number is empty' }],
        [callreferenceid === '', { code: 'EC009', message: 'Call reference is missing' }],
        [!processes.some(({ name }) => name === process), { code: 'EC010', message: 'Process does not exist' }],
        [
            call !== undefined && call.reference !== callreferenceid,
            { code: 'EC003', message: 'Agent not found for this call' }
        ]
    ];
    return checks.find(([isWrong]) => isWrong)?.[1];
}

function sheetDial(agent = '', { phone_number: number = '', refno = '' }: JsonCommand): WireParameters {
    return [
        ['ACTION', 'CALL'],
        ['user', agent],
        ['phone_number', number],
        ['refno', refno]
    ];
}

function sheetClose(agent = '', command: JsonCommand): WireParameters {
    const same = ['convoxid', 'disposition', 'mobile_number', 'set_followUp', 'callback_date', 'callback_hrs'];
    return [
        ['ACTION', 'CLOSE'],
        ['agent_id', agent],
        ...[...same, 'callback_mins'].map((name): [string, string] => [name, command[name] ?? ''])
    ];
}
