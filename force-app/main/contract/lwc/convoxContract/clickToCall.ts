import { agentCodeOrBlank, decodedBy, fieldProblem, present, type Decoded, type TextRule } from './decoded.ts';
import { dialectOf, type DialSettings } from './dialDialects.ts';
import { fieldTable, normaliseName } from './fieldTable.ts';
import { readParameters, type Parameters } from './parameters.ts';

/**
 * One click on a number. phoneNumber: the ten digits of `dialNumber`. referenceNumber: ours, 6-20 letters, digits or
 * underscores, a fresh one for every press.
 */
export interface DialRequest {
    readonly agentCode: string;
    readonly phoneNumber: string;
    readonly referenceNumber: string;
}

const rules: readonly TextRule<keyof DialRequest>[] = [
    ['agentCode', present, 'agentCodeMissing', 'CL002'],
    ['agentCode', agentCodeOrBlank, 'agentCodeInvalid', 'EC021'],
    ['phoneNumber', present, 'phoneNumberMissing', 'CL002'],
    ['phoneNumber', /^(?:[0-9]{10})?$/, 'phoneNumberInvalid', 'CL001'],
    ['referenceNumber', present, 'referenceNumberMissing', 'GE004'],
    ['referenceNumber', /^[A-Za-z0-9_]*$/, 'referenceNumberInvalid', 'GE005'],
    ['referenceNumber', /^(?:[^]{6,20})?$/, 'referenceNumberInvalid', 'GE006']
];

/** A request ready to be sent: path on the ConVox server, method, and parameters in order. */
export interface DialCall {
    readonly path: string;
    readonly method: 'GET' | 'POST';
    readonly body: 'form' | 'json';
    readonly parameters: [string, string][];
}

export function encodeDial(request: DialRequest, settings: DialSettings = {}): DialCall {
    const dialect = dialectOf(settings);
    const prefix = settings.dialPrefix ?? '';
    const joined = dialect.prefix === 'joined';
    const parameters: [string, string][] = [
        [dialect.actionParameter, dialect.action],
        [dialect.agentParameter, request.agentCode],
        [dialect.numberParameter, joined ? `${prefix}${request.phoneNumber}` : request.phoneNumber],
        ['refno', request.referenceNumber]
    ];
    if (!joined && prefix !== '') {
        parameters.push([dialect.prefix, prefix]);
    }
    return { path: `${dialect.folder}${dialect.script}`, method: dialect.method, body: dialect.body, parameters };
}

/** Reads a dial request as the ConVox server with these settings would. Never throws. */
export function decodeDial(parameters: Parameters, settings: DialSettings = {}): Decoded<DialRequest> {
    const dialect = dialectOf(settings);
    const table = fieldTable([
        { field: 'action', name: dialect.actionParameter, limit: 20 },
        { field: 'agentCode', name: dialect.agentParameter, limit: 64 },
        { field: 'phoneNumber', name: dialect.numberParameter, limit: 40 },
        { field: 'referenceNumber', name: 'refno', limit: 40 }
    ]);
    const { text } = readParameters(table, parameters);
    if (normaliseName(text('action')) !== normaliseName(dialect.action)) {
        return { ok: false, problems: [fieldProblem('action', 'actionUnknown', 'GE009')] };
    }
    const prefix = dialect.prefix === 'joined' ? (settings.dialPrefix ?? '') : '';
    const number = text('phoneNumber');
    return decodedBy(rules, {
        agentCode: text('agentCode'),
        phoneNumber: number.startsWith(prefix) ? number.slice(prefix.length) : number,
        referenceNumber: text('referenceNumber')
    });
}
