import { decodeCloseCall, decodeDial } from '#contract';
import type { CloseCall, DialRequest, FieldProblem } from '#contract';
import { readAgentCommand } from './agentCommand.ts';
import type { AgentCommand } from './agentCommand.ts';
import { readListRow } from './listRow.ts';
import type { ListRowCommand } from './listRow.ts';
import type { SheetCommand } from './dialect.ts';

/** What a command of the sheet asks for. */
export type SpokenCommand =
    | { readonly type: 'close'; readonly close: CloseCall; readonly beside: CloseDetails }
    | { readonly type: 'dial'; readonly dial: DialRequest; readonly prefix: string }
    | { readonly type: 'agent'; readonly agent: AgentCommand }
    | { readonly type: 'listRow'; readonly row: ListRowCommand };

/** What newer servers want to know of a call that is closed, and the sheet does not name. '' when it did not come. */
export interface CloseDetails {
    readonly callReference: string;
    readonly process: string;
    readonly referenceNumber: string;
}

export type Spoken =
    | { readonly ok: true; readonly command: SpokenCommand }
    | { readonly ok: false; readonly code: string; readonly words: string };

const AGENT_NAMES = ['user', 'agent_id', 'userid'];
const NUMBER_NAMES = ['phone_number', 'mobile_number'];

/** A number as the sheet has it dialled: up to four digits of a prefix in front of ten. */
const PREFIXED_NUMBER = /^(\d{0,4})\d{10}$/;

/** Reads a command for a server that wants it said differently. What ConVox would refuse is not sent. Never throws. */
export function spokenCommand(command: SheetCommand): Spoken {
    const text = textsOf(command);
    const row = readListRow(text);
    if (row !== undefined) {
        return row.ok ? { ok: true, command: { type: 'listRow', row: row.command } } : row;
    }
    const read = readAgentCommand(text);
    if (read !== undefined) {
        return read.ok ? { ok: true, command: { type: 'agent', agent: read.command } } : read;
    }
    return text('action').toUpperCase() === 'CLOSE'
        ? spokenClose(parametersOf(command), text)
        : spokenDial(parametersOf(command), text);
}

/** The parameters of a command by their names in small letters; '' for what did not come. */
export function textsOf(command: SheetCommand): Text {
    const parameters = parametersOf(command);
    return (name) => parameters.find(([key]) => key.toLowerCase() === name)?.[1].trim() ?? '';
}

type Parameters = readonly (readonly [string, string])[];
type Text = (name: string) => string;

function parametersOf({ query, body }: SheetCommand): Parameters {
    return [...new URLSearchParams(query), ...new URLSearchParams(new TextDecoder().decode(body))];
}

function spokenClose(parameters: Parameters, text: Text): Spoken {
    const decoded = decodeCloseCall(parameters);
    const beside = {
        callReference: text('callreferenceid'),
        process: text('process'),
        referenceNumber: text('refno')
    };
    return decoded.ok ? { ok: true, command: { type: 'close', close: decoded.value, beside } } : refused(decoded);
}

function spokenDial(parameters: Parameters, text: Text): Spoken {
    const named = (names: readonly string[]): string => names.find((name) => text(name) !== '') ?? '';
    const numberParameter = named(NUMBER_NAMES);
    const prefix = PREFIXED_NUMBER.exec(text(numberParameter))?.[1] ?? '';
    const decoded = decodeDial(parameters, {
        action: text('action').toUpperCase() === 'DIAL' ? 'DIAL' : 'CALL',
        agentParameter: named(AGENT_NAMES),
        numberParameter,
        dialPrefix: prefix
    });
    return decoded.ok ? { ok: true, command: { type: 'dial', dial: decoded.value, prefix } } : refused(decoded);
}

function refused({ problems: [problem] }: { readonly problems: readonly FieldProblem[] }): Spoken {
    const { field = 'request', problem: what = 'notReadable', code = '' } = problem ?? {};
    return { ok: false, code, words: `${field}: ${what}. The command was not sent` };
}
