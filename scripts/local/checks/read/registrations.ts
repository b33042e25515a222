import { array, boolean, custom, looseObject, object, optional, parse, record, safeParse, string } from 'zod/mini';
import type SwaggerParser from '@apidevtools/swagger-parser';
import type { infer as Shape } from 'zod/mini';
import type { Component } from './project.ts';
import { textOf } from '../../metadata/xml.ts';

const Parameter = looseObject({ name: string(), in: string(), required: optional(boolean()) });
const Operation = looseObject({
    operationId: string(),
    parameters: optional(array(Parameter)),
    produces: optional(array(string())),
    responses: record(string(), looseObject({ schema: optional(looseObject({ type: optional(string()) })) }))
});
const Swagger = looseObject({
    swagger: string(),
    info: object({ title: string(), version: string() }),
    paths: record(string(), record(string(), Operation))
});

// The parts that the checks read are parsed above; the whole is for the validator to judge.
const Document = custom<SwaggerDocument>((value) => safeParse(Swagger, value).success);
export type SwaggerDocument = Exclude<Parameters<typeof SwaggerParser.validate>[0], string>;

export interface RegisteredOperation {
    readonly operationId: string;
    readonly method: string;
    readonly path: string;
    readonly parameters: readonly Shape<typeof Parameter>[];
    /** Response codes that the document declares: `200`. */
    readonly responses: readonly string[];
    /** Media types of the answers. */
    readonly produces: readonly string[];
    /** Whether an answer is declared as a mere text. */
    readonly givesText: boolean;
}

export interface RegisteredService {
    readonly operations: readonly RegisteredOperation[];
    /** The parsed document, for a validator of the whole. */
    readonly document: SwaggerDocument;
}

/** Reads the Swagger 2.0 document inside a registration; a text says why it cannot be read. */
export function readService(registration: Component): RegisteredService | string {
    const text = textOf(registration.root, 'schema');
    let document: unknown;
    try {
        document = JSON.parse(text);
    } catch (error) {
        return `The schema is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    }
    const parsed = safeParse(Swagger, document);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return `The schema is no Swagger 2.0: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
    }
    const operations = Object.entries(parsed.data.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
            operationId: operation.operationId,
            method,
            path,
            parameters: operation.parameters ?? [],
            responses: Object.keys(operation.responses),
            produces: operation.produces ?? [],
            givesText: Object.values(operation.responses).some(({ schema }) => schema?.type === 'string')
        }))
    );
    return { operations, document: parse(Document, parsed.data) };
}
