import { agentCodeOrBlank, decodedBy, fieldProblem, present, type Decoded, type TextRule } from './decoded.ts';
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

/** A server record's settings; what is absent or empty is `sheetDial`'s. dialPrefix: up to four digits, written in front of the number. */
export interface DialSettings {
    readonly method?: 'GET' | 'POST';
    readonly script?: string;
    readonly action?: string;
    readonly agentParameter?: string;
    readonly numberParameter?: string;
    readonly dialPrefix?: string;
}

/** The sheet promises an address without naming it, so the names are the server record's to change. */
export const sheetDial = {
    method: 'GET',
    script: 'bridge.php',
    action: 'CALL',
    agentParameter: 'user',
    numberParameter: 'phone_number'
} as const satisfies DialSettings;

/** A request ready to be sent: path on the ConVox server, method, and parameters in order. */
export interface DialCall {
    readonly path: string;
    readonly method: 'GET' | 'POST';
    readonly parameters: [string, string][];
}

export function encodeDial(request: DialRequest, settings: DialSettings = {}): DialCall {
    const { method, script, action, agentParameter, numberParameter, dialPrefix } = filled(settings);
    return {
        path: `/ConVoxCCS/Agent/${script}`,
        method,
        parameters: [
            ['ACTION', action],
            [agentParameter, request.agentCode],
            [numberParameter, `${dialPrefix}${request.phoneNumber}`],
            ['refno', request.referenceNumber]
        ]
    };
}

/** Reads a dial request as the ConVox server with these settings would. Never throws. */
export function decodeDial(parameters: Parameters, settings: DialSettings = {}): Decoded<DialRequest> {
    const { action, agentParameter, numberParameter, dialPrefix } = filled(settings);
    const table = fieldTable([
        { field: 'action', name: 'ACTION', limit: 20 },
        { field: 'agentCode', name: agentParameter, limit: 64 },
        { field: 'phoneNumber', name: numberParameter, limit: 40 },
        { field: 'referenceNumber', name: 'refno', limit: 40 }
    ]);
    const { text } = readParameters(table, parameters);
    if (normaliseName(text('action')) !== normaliseName(action)) {
        return { ok: false, problems: [fieldProblem('action', 'actionUnknown', 'GE009')] };
    }
    const number = text('phoneNumber');
    return decodedBy(rules, {
        agentCode: text('agentCode'),
        phoneNumber: number.startsWith(dialPrefix) ? number.slice(dialPrefix.length) : number,
        referenceNumber: text('referenceNumber')
    });
}

function filled(settings: DialSettings): Required<DialSettings> {
    return {
        method: settings.method ?? sheetDial.method,
        script: settings.script || sheetDial.script,
        action: settings.action || sheetDial.action,
        agentParameter: settings.agentParameter || sheetDial.agentParameter,
        numberParameter: settings.numberParameter || sheetDial.numberParameter,
        dialPrefix: settings.dialPrefix ?? ''
    };
}
