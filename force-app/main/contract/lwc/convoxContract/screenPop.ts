import { serverCode, serverKey } from './serverKey.ts';
import { decodedBy, fieldProblem, present, type Decoded, type TextRule } from './decoded.ts';
import { fieldTable, normaliseName, type FieldRule } from './fieldTable.ts';
import { readParameters, type Parameters } from './parameters.ts';
import { isPlaceholder } from './placeholder.ts';
import { directionOf, type Direction } from './vocabulary.ts';

/**
 * What ConVox says when a connected call reaches an agent. A text is '' when ConVox did not send it; a withheld number
 * leaves callerNumber blank. Agent and call reference are required: without them nobody knows whose call it is.
 * agentCode, callReference, process: keys, under the code of a server that is not the default one. unknown: what else came, by
 * its own name.
 */
export interface ScreenPop {
    readonly agentCode: string;
    readonly callerNumber: string;
    readonly callReference: string;
    readonly did: string;
    readonly convoxId: string;
    readonly process: string;
    readonly typeOfCall: string;
    readonly direction: Direction | undefined;
    readonly unknown: Record<string, string>;
}

type PopField = Exclude<keyof ScreenPop, 'direction' | 'unknown'>;

const filledIn = { test: (text: string) => !isPlaceholder(text) };

const demands: readonly TextRule<'agentCode' | 'callerNumber' | 'callReference' | 'convoxId'>[] = [
    ['agentCode', present, 'agentCodeMissing'],
    ['callReference', present, 'callReferenceMissing'],
    ['agentCode', filledIn, 'placeholder'],
    ['callerNumber', filledIn, 'placeholder'],
    ['callReference', filledIn, 'placeholder'],
    ['convoxId', filledIn, 'placeholder']
];

const rules: readonly FieldRule<PopField>[] = [
    { field: 'agentCode', name: 'AgentID', otherName: 'Agent_ID', synonyms: ['userid', 'user'], limit: 64 },
    {
        field: 'callerNumber',
        name: 'CallerID',
        otherName: 'Caller_Id',
        synonyms: ['mobilenumber', 'mobileno', 'callernumber', 'phonenumber'],
        limit: 40,
        phone: true
    },
    {
        field: 'callReference',
        name: 'CallReferenceID',
        synonyms: ['callhitreferencenumber', 'callhitreferenceno'],
        limit: 64,
        id: true
    },
    { field: 'did', name: 'DID', limit: 40 },
    { field: 'convoxId', name: 'ConvoxID', synonyms: ['leadid', 'leadid(convoxid)', 'convoxuid'], limit: 64, id: true },
    { field: 'process', name: 'Process', synonyms: ['processname', 'callprocess'], limit: 80 },
    { field: 'typeOfCall', name: 'TypeOfCall', synonyms: ['calltype', 'type'], limit: 40 }
];

export const screenPopTable = fieldTable(rules);

// Cutting one of these would name another call or another agent.
const identifiers: readonly PopField[] = ['agentCode', 'callReference', 'convoxId'];

/** What names the server of a pop that does not come through a gateway; no parameter of ConVox. */
export const POP_SERVER = 'ConVoxServer';

/** ConVox's name of a field. */
export function screenPopLabel(field: string): string {
    return rules.find((rule) => rule.field === field)?.name ?? field;
}

/** Reads a pop in either of the sheet's spellings, with or without Lightning's `c__`. Never throws. */
export function decodeScreenPop(parameters: Parameters): Decoded<ScreenPop> {
    const { text, tooLong, unknown } = readParameters(screenPopTable, parameters);
    const cut = identifiers.filter((field) => tooLong.has(field));
    if (cut.length > 0) {
        return { ok: false, problems: cut.map((field) => fieldProblem(field, 'tooLong')) };
    }
    const [, server = ''] =
        Object.entries(unknown).find(([name]) => normaliseName(name) === normaliseName(POP_SERVER)) ?? [];
    if (server !== '' && !serverCode.test(server)) {
        return { ok: false, problems: [fieldProblem(POP_SERVER, 'serverInvalid')] };
    }
    const decoded = decodedBy(demands, {
        agentCode: text('agentCode'),
        callerNumber: text('callerNumber'),
        callReference: text('callReference'),
        did: text('did'),
        convoxId: text('convoxId'),
        process: text('process'),
        typeOfCall: text('typeOfCall'),
        direction: directionOf(text('typeOfCall')),
        unknown
    });
    return decoded.ok ? { ok: true, value: popWithKeys(decoded.value, (name) => serverKey(server, name)) } : decoded;
}

/** What Salesforce has records of is named by its key. */
export function popWithKeys(pop: ScreenPop, keyOf: (name: string) => string): ScreenPop {
    const { agentCode, callReference, process } = pop;
    return {
        ...pop,
        agentCode: keyOf(agentCode),
        callReference: keyOf(callReference),
        process: keyOf(process)
    };
}

/**
 * The sheet's seven parameters in its order, then what the pop carried besides under its own names.
 * 'post' and 'get' are the sheet's two spellings; 'lightning' is the POST spelling behind `c__`, without which a
 * Lightning page does not see a parameter at all.
 */
export function encodeScreenPop(pop: ScreenPop, spelling: 'post' | 'get' | 'lightning'): [string, string][] {
    const prefix = spelling === 'lightning' ? 'c__' : '';
    const known = rules.map(({ field, name, otherName }): [string, string] => [
        `${prefix}${spelling === 'get' ? (otherName ?? name) : name}`,
        pop[field]
    ]);
    return [...known, ...Object.entries(pop.unknown).map(([name, text]): [string, string] => [prefix + name, text])];
}
