import {
    callStatusTable,
    closeCallTable,
    decodeCallStatus,
    decodeCloseCall,
    decodeDial,
    decodeScreenPop,
    fieldTable,
    knownName,
    normaliseName,
    POP_SERVER,
    readParameters,
    screenPopTable
} from '#contract';
import type { Decoded, FieldProblem, FieldTable, KnownName, ReadParameters } from '#contract';
import { dialTable, gatewayCommandTable, newerCloseTable } from './commandTables.ts';
import { replyTable } from './convoxReplies.ts';
import { agentStateTable, missingForNewer, missingOfAgentState } from './demands.ts';
import type { Generation } from './dialects.ts';
import type { ServerSettings } from './explanation.ts';
import { valueOf } from './messageKind.ts';
import type { MessageKind } from './messageKind.ts';
import type { PastedTraffic } from './pastedTraffic.ts';

type Parameters = PastedTraffic['parameters'];

/** What a receiver would refuse a message for. */
export interface Refusal {
    /** Fields that are absent or blank. */
    readonly missing: readonly string[];
    readonly invalid: readonly FieldProblem[];
}

/** A message by the names that its kind has. refusal: undefined where nobody here reads the kind. */
export interface ReadMessage {
    readonly table: FieldTable<string>;
    readonly read: ReadParameters<string>;
    readonly refusal: Refusal | undefined;
}

const nothing = fieldTable<string>([]);
const commandTable = fieldTable<string>([{ field: 'action', name: 'ACTION', limit: 40 }]);

const tables: Readonly<Record<MessageKind, FieldTable<string>>> = {
    screenPop: new Map<string, KnownName<string>>([
        ...fieldTable([{ field: POP_SERVER, name: POP_SERVER, limit: 40 }]),
        ...screenPopTable
    ]),
    callStatus: callStatusTable,
    agentState: agentStateTable,
    close: new Map<string, KnownName<string>>([...newerCloseTable, ...closeCallTable]),
    dial: dialTable,
    gatewayCommand: gatewayCommandTable,
    otherCommand: commandTable,
    token: nothing,
    reply: replyTable,
    unknown: nothing
};

/** Reads a message as its receiver would. */
export function readMessage(
    parameters: Parameters,
    kind: MessageKind,
    generation: Generation,
    settings: ServerSettings
): ReadMessage {
    const table = tables[kind];
    const read = readParameters(table, parameters);
    return { table, read, refusal: refusalOf(parameters, kind, generation, settings) };
}

function refusalOf(
    parameters: Parameters,
    kind: MessageKind,
    generation: Generation,
    settings: ServerSettings
): Refusal | undefined {
    switch (kind) {
        case 'screenPop':
            return wrongWith(decodeScreenPop(parameters));
        case 'callStatus':
            return wrongWith(decodeCallStatus(parameters, settings));
        case 'agentState':
            return { missing: missingOfAgentState(parameters), invalid: [] };
        case 'close': {
            const { missing, invalid } = wrongWith(decodeCloseCall(asClose(parameters)));
            return { missing: [...new Set([...missing, ...missingForNewer(parameters, generation)])], invalid };
        }
        case 'dial':
            return wrongWithDial(parameters, generation, settings);
        case 'gatewayCommand':
        case 'otherCommand':
        case 'token':
        case 'reply':
        case 'unknown':
        default:
            return undefined;
    }
}

function wrongWith(decoded: Decoded<unknown>): Refusal {
    const problems = decoded.ok ? [] : decoded.problems;
    const isMissing = ({ problem }: FieldProblem): boolean => problem.endsWith('Missing');
    return {
        missing: problems.filter(isMissing).map(({ field }) => field),
        invalid: problems.filter((problem) => !isMissing(problem))
    };
}

/** REST says ENDCALL where others say CLOSE. */
function asClose(parameters: Parameters): Parameters {
    return parameters.map(([name, value]) => {
        const isEnd = normaliseName(name) === 'action' && value === 'ENDCALL';
        return [name, isEnd ? 'CLOSE' : value];
    });
}

function wrongWithDial(parameters: Parameters, generation: Generation, settings: ServerSettings): Refusal {
    const named = (field: string): string =>
        parameters.find(([name]) => knownName(dialTable, name)?.rule.field === field)?.[0] ?? '';
    const { missing, invalid } = wrongWith(
        decodeDial(parameters, {
            action: valueOf(parameters, 'action').toUpperCase() === 'DIAL' ? 'DIAL' : 'CALL',
            agentParameter: named('agentCode'),
            numberParameter: named('phoneNumber'),
            dialPrefix: generation === 'rest' ? '' : settings.dialPrefix
        })
    );
    // A reference of the caller's own came with the web service.
    const hasReference = generation === 'rest' || generation === 'webService';
    return { missing: missing.filter((field) => hasReference || field !== 'referenceNumber'), invalid };
}
