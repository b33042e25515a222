import type { FormulaValue } from '../../metadata/formula/formula.ts';
import type { CalloutInputs } from './externalServices.ts';
import { CalloutFault } from './externalServices.ts';
import type { Operation, OperationParameter } from '../../metadata/callouts/operations.ts';

interface SentParameter {
    readonly parameter: OperationParameter;
    readonly text: string;
}

function asText({ value }: FormulaValue): string {
    return String(value);
}

/** What is sent: inputs without a value are left out, and a required one must have a value. */
function sentParameters(operation: Operation, inputs: CalloutInputs): SentParameter[] {
    return operation.parameters.flatMap((parameter) => {
        const input = inputs.get(parameter.name);
        if (input && input.value !== null) {
            return [{ parameter, text: asText(input) }];
        }
        if (parameter.required) {
            throw new CalloutFault(`Missing required input parameter: ${parameter.name} of ${operation.id}.`);
        }
        return [];
    });
}

function formOf(sent: readonly SentParameter[], place: OperationParameter['place']): URLSearchParams {
    return new URLSearchParams(
        sent
            .filter(({ parameter }) => parameter.place === place)
            .map(({ parameter, text }): [string, string] => [parameter.name, text])
    );
}

function pathOf(operation: Operation, sent: readonly SentParameter[]): string {
    return sent
        .filter(({ parameter }) => parameter.place === 'path')
        .reduce((path, { parameter, text }) => {
            // A path parameter fills one segment; a dot segment would lead the URL elsewhere.
            if (text === '' || text === '.' || text === '..') {
                throw new CalloutFault(`"${text}" cannot stand in the path as ${parameter.name} of ${operation.id}.`);
            }
            return path.replaceAll(`{${parameter.name}}`, encodeURIComponent(text));
        }, operation.path);
}

function acceptedTypes(operation: Operation): string {
    return [...new Set(operation.responses.flatMap(({ mediaTypes }) => mediaTypes))].join(', ');
}

/** The HTTP request of an operation; form parameters make an `application/x-www-form-urlencoded` body. */
export function buildRequest(
    operation: Operation,
    inputs: CalloutInputs,
    baseUrl: string,
    credentialHeaders: Headers
): Request {
    const sent = sentParameters(operation, inputs);
    const url = new URL(baseUrl.replace(/\/+$/, '') + pathOf(operation, sent));
    formOf(sent, 'query').forEach((value, name) => url.searchParams.append(name, value));
    const headers = new Headers(credentialHeaders);
    formOf(sent, 'header').forEach((value, name) => headers.set(name, value));
    headers.set('Accept', acceptedTypes(operation));
    const hasForm = operation.parameters.some(({ place }) => place === 'formData');
    // Redirects are not followed: their answer is what the flow gets.
    const base = { method: operation.method, headers, redirect: 'manual' } as const;
    return new Request(url, hasForm ? { ...base, body: formOf(sent, 'formData') } : base);
}
