import * as z from 'zod/mini';
import { decodeTexts, fieldProblem, present, type Decoded, type TextRule } from './decoded.ts';
import { fieldTable, type FieldRule } from './fieldTable.ts';
import { readParameters, type Parameters } from './parameters.ts';
import { directionOf, type Direction } from './vocabulary.ts';

const popTexts = z.object({
    agentCode: z.string(),
    callerNumber: z.string(),
    callReference: z.string(),
    did: z.string(),
    convoxId: z.string(),
    process: z.string(),
    typeOfCall: z.string()
});
type PopTexts = z.infer<typeof popTexts>;
type PopField = keyof PopTexts;

const demands: readonly TextRule<PopField>[] = [
    ['agentCode', present, 'agentCodeMissing'],
    ['callReference', present, 'callReferenceMissing']
];

/**
 * What ConVox says when a connected call reaches an agent. A text is '' when ConVox did not send it; a withheld number
 * leaves callerNumber blank. Agent and call reference are required: without them nobody knows whose call it is.
 * unknown: what else came, by its own name.
 */
export interface ScreenPop extends PopTexts {
    readonly direction: Direction | undefined;
    readonly unknown: Record<string, string>;
}

const rules: readonly FieldRule<PopField>[] = [
    { field: 'agentCode', name: 'AgentID', otherName: 'Agent_ID', synonyms: ['userid', 'user'], limit: 64 },
    {
        field: 'callerNumber',
        name: 'CallerID',
        otherName: 'Caller_Id',
        synonyms: ['mobilenumber', 'mobileno', 'callernumber', 'phonenumber'],
        limit: 40
    },
    {
        field: 'callReference',
        name: 'CallReferenceID',
        synonyms: ['callhitreferencenumber', 'callhitreferenceno'],
        limit: 64
    },
    { field: 'did', name: 'DID', limit: 40 },
    { field: 'convoxId', name: 'ConvoxID', synonyms: ['leadid', 'leadid(convoxid)', 'convoxuid'], limit: 64 },
    { field: 'process', name: 'Process', synonyms: ['processname', 'callprocess'], limit: 80 },
    { field: 'typeOfCall', name: 'TypeOfCall', synonyms: ['calltype', 'type'], limit: 40 }
];

const table = fieldTable(rules);

// Cutting one of these would name another call or another agent.
const identifiers: readonly PopField[] = ['agentCode', 'callReference', 'convoxId'];

/** Reads a pop in either of the sheet's spellings, with or without Lightning's `c__`. Never throws. */
export function decodeScreenPop(parameters: Parameters): Decoded<ScreenPop> {
    const { text, tooLong, unknown } = readParameters(table, parameters);
    const cut = identifiers.filter((field) => tooLong.has(field));
    if (cut.length > 0) {
        return { ok: false, problems: cut.map((field) => fieldProblem(field, 'tooLong')) };
    }
    const texts = decodeTexts(popTexts, Object.fromEntries(rules.map(({ field }) => [field, text(field)])), demands);
    return texts.ok
        ? { ok: true, value: { ...texts.value, direction: directionOf(texts.value.typeOfCall), unknown } }
        : texts;
}

/**
 * The sheet's seven parameters in its order; what the pop carried besides is not sent on.
 * 'post' and 'get' are the sheet's two spellings; 'lightning' is the POST spelling behind `c__`, without which a
 * Lightning page does not see a parameter at all.
 */
export function encodeScreenPop(pop: ScreenPop, spelling: 'post' | 'get' | 'lightning'): [string, string][] {
    return rules.map(({ field, name, otherName }) => {
        const written = spelling === 'get' ? (otherName ?? name) : name;
        return [spelling === 'lightning' ? `c__${written}` : written, pop[field]];
    });
}
