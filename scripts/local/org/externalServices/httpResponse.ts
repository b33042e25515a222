import type { FormulaDataType, FormulaValue } from '../../metadata/formula/formula.ts';
import type { CalloutOutputs } from './externalServices.ts';
import { CalloutFault } from './externalServices.ts';
import type { DeclaredResponse, Operation } from '../../metadata/callouts/operations.ts';

/** A response with its body read. `mediaType` is lower case and without parameters, empty when the server names none. */
export interface ReadResponse {
    readonly status: number;
    readonly mediaType: string;
    readonly body: string;
}

/**
 * What becomes of a status other than 2xx: flows that organisations retrieved go on with the output of a declared one, and public
 * reports say so of `defaultExc` for others; one page of the documentation says that all of them fault. Flows have to stand both.
 */
export type ErrorStatus = 'output' | 'fault';

const READABLE = new Set([
    'text/plain',
    'application/json',
    'application/x-www-form-urlencoded',
    'application/octet-stream'
]);

function isSuccess(status: number): boolean {
    return status >= 200 && status < 300;
}

function declaredFor(operation: Operation, status: number): DeclaredResponse | undefined {
    const range = `${String(status).charAt(0)}XX`;
    return (
        operation.responses.find(({ code }) => code === String(status)) ??
        operation.responses.find(({ code }) => code.toUpperCase() === range)
    );
}

/** The output that takes a declared response: error codes get `Exc` behind them, ranges and `default` do not. */
export function outputName(code: string): string {
    const status = Number(code);
    return Number.isInteger(status) && !isSuccess(status) ? `${code}Exc` : code;
}

function readableType(
    response: ReadResponse,
    declared: DeclaredResponse,
    compatible: ReadonlyMap<string, string>
): string {
    const { mediaType } = response;
    if (mediaType === '') {
        return 'text/plain';
    }
    if (!declared.mediaTypes.includes(mediaType)) {
        throw new CalloutFault(
            `The response has content type ${mediaType}, but the external service declares ${declared.mediaTypes.join(', ')}.`
        );
    }
    const readAs = compatible.get(mediaType) ?? mediaType;
    if (!READABLE.has(readAs)) {
        throw new CalloutFault(
            `External Services cannot read content type ${mediaType}; map it in compatibleMediaTypes.`
        );
    }
    return readAs;
}

function fromText(text: string, dataType: FormulaDataType): FormulaValue {
    if (dataType === 'number') {
        return { dataType, value: text.trim() === '' ? null : Number(text) };
    }
    return dataType === 'checkbox' ? { dataType, value: text.trim() === 'true' } : { dataType, value: text };
}

function fromJson(text: string, dataType: FormulaDataType): FormulaValue {
    const wanted = dataType === 'number' ? 'number' : dataType === 'checkbox' ? 'boolean' : 'string';
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        value = undefined;
    }
    if (
        typeof value === wanted &&
        (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string')
    ) {
        return { dataType, value };
    }
    throw new CalloutFault(
        `The response body of type application/json is no JSON ${wanted}, as the external service declares.`
    );
}

/**
 * A flow's outputs for a response. Parameters of the content type, such as `; charset=UTF-8`, are ignored; whether the
 * platform's media type mapping does so too is not documented, so a server does well to leave them out.
 */
export function readOutputs(
    response: ReadResponse,
    operation: Operation,
    compatibleMediaTypes: ReadonlyMap<string, string>,
    errorStatus: ErrorStatus
): CalloutOutputs {
    const { status, body } = response;
    const outputs = new Map<string, FormulaValue>([['responseCode', { dataType: 'number', value: status }]]);
    const declared = declaredFor(operation, status);
    if (errorStatus === 'fault' && !isSuccess(status)) {
        throw new CalloutFault(`The external service answered with HTTP status ${status}.`);
    }
    if (declared) {
        const readAs = readableType(response, declared, compatibleMediaTypes);
        const read = readAs === 'application/json' ? fromJson : fromText;
        return outputs.set(outputName(declared.code), read(body, declared.dataType));
    }
    return outputs.set(isSuccess(status) ? 'default' : 'defaultExc', { dataType: 'text', value: body });
}
