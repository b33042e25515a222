import * as z from 'zod/mini';
import { decodeWith, fieldProblem, type Decoded, type FieldProblem, type ProblemKey } from './decoded.ts';
import { normaliseName, readParameters, type Parameters } from './parameters.ts';

/**
 * One click on a number. phoneNumber: the ten digits of `dialNumber`. referenceNumber: ours, 6-20 letters, digits or
 * underscores, a fresh one for every press.
 */
export const DialRequest = z.object({
    agentCode: z
        .string()
        .check(
            z.minLength(1, { error: 'agentCodeMissing', abort: true }),
            z.regex(/^[A-Za-z0-9_]+$/, 'agentCodeInvalid')
        ),
    phoneNumber: z
        .string()
        .check(
            z.minLength(1, { error: 'phoneNumberMissing', abort: true }),
            z.regex(/^[0-9]{10}$/, 'phoneNumberInvalid')
        ),
    referenceNumber: z
        .string()
        .check(
            z.minLength(1, { error: 'referenceNumberMissing', abort: true }),
            z.regex(/^[A-Za-z0-9_]{6,20}$/, 'referenceNumberInvalid')
        )
});
export type DialRequest = z.infer<typeof DialRequest>;

const codes: Partial<Record<ProblemKey, string>> = {
    agentCodeMissing: 'CL002',
    agentCodeInvalid: 'EC021',
    phoneNumberMissing: 'CL002',
    phoneNumberInvalid: 'CL001',
    referenceNumberMissing: 'GE004',
    referenceNumberInvalid: 'GE005'
};

/**
 * How a family of ConVox servers takes a dial request. The sheet promises an address without naming it, so the names are
 * the server record's to change. prefix 'joined' = written in front of the number, else the parameter that carries it.
 */
export interface DialDialect {
    readonly folder: string;
    readonly script: string;
    readonly method: 'GET' | 'POST';
    readonly body: 'form' | 'json';
    readonly actionParameter: string;
    readonly action: string;
    readonly agentParameter: string;
    readonly numberParameter: string;
    readonly prefix: string;
}

/** `sheet` is first and the default. */
export const dialDialects = {
    sheet: {
        folder: '/ConVoxCCS/Agent/',
        script: 'bridge.php',
        method: 'GET',
        body: 'form',
        actionParameter: 'ACTION',
        action: 'CALL',
        agentParameter: 'user',
        numberParameter: 'phone_number',
        prefix: 'joined'
    },
    rest: {
        folder: '/ConVoxCCS/rest/',
        script: 'api',
        method: 'POST',
        body: 'json',
        actionParameter: 'action',
        action: 'CALL',
        agentParameter: 'userid',
        numberParameter: 'phone_number',
        prefix: 'dial_prefix'
    }
} as const satisfies Record<string, DialDialect>;

/** A server record's settings; what is absent or empty is the dialect's own. dialPrefix: up to four digits. */
export interface DialSettings {
    readonly dialect?: keyof typeof dialDialects;
    readonly method?: 'GET' | 'POST';
    readonly script?: string;
    readonly action?: string;
    readonly agentParameter?: string;
    readonly numberParameter?: string;
    readonly dialPrefix?: string;
}

/** A request ready to be sent: path on the ConVox server, method, and parameters in order. */
export interface DialCall {
    readonly path: string;
    readonly method: 'GET' | 'POST';
    readonly body: 'form' | 'json';
    readonly parameters: [string, string][];
}

/** Everything that ConVox would refuse, before it is sent. */
export function checkDial(request: DialRequest, settings: DialSettings = {}): readonly FieldProblem[] {
    const checked = decodeWith(DialRequest, request, codes);
    const prefixes = /^\d{0,4}$/.test(settings.dialPrefix ?? '')
        ? []
        : [fieldProblem('dialPrefix', 'dialPrefixInvalid')];
    return [...(checked.ok ? [] : checked.problems), ...prefixes];
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
    const { text } = readParameters(
        [
            { field: 'action', name: dialect.actionParameter, limit: 20 },
            { field: 'agentCode', name: dialect.agentParameter, limit: 64 },
            { field: 'phoneNumber', name: dialect.numberParameter, limit: 40 },
            { field: 'referenceNumber', name: 'refno', limit: 40 }
        ],
        parameters
    );
    if (normaliseName(text('action')) !== normaliseName(dialect.action)) {
        return { ok: false, problems: [fieldProblem('action', 'actionUnknown', 'GE009')] };
    }
    const prefix = dialect.prefix === 'joined' ? (settings.dialPrefix ?? '') : '';
    const number = text('phoneNumber');
    return decodeWith(
        DialRequest,
        {
            agentCode: text('agentCode'),
            phoneNumber: number.startsWith(prefix) ? number.slice(prefix.length) : number,
            referenceNumber: text('referenceNumber')
        },
        codes
    );
}

function dialectOf(settings: DialSettings): DialDialect {
    const dialect = dialDialects[settings.dialect ?? 'sheet'];
    return {
        ...dialect,
        method: settings.method ?? dialect.method,
        script: settings.script || dialect.script,
        action: settings.action || dialect.action,
        agentParameter: settings.agentParameter || dialect.agentParameter,
        numberParameter: settings.numberParameter || dialect.numberParameter
    };
}
