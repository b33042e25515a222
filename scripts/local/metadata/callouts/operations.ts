import type { OpenAPI, OpenAPIV2, OpenAPIV3 } from 'openapi-types';
import { z } from 'zod';
import type { FormulaDataType } from '../formula/formula.ts';

export type ParameterPlace = 'path' | 'query' | 'header' | 'formData';

export interface OperationParameter {
    readonly name: string;
    readonly place: ParameterPlace;
    readonly required: boolean;
    readonly dataType: FormulaDataType;
}

export interface DeclaredResponse {
    /** `200`, `404`, `2XX` or `default`. */
    readonly code: string;
    readonly dataType: FormulaDataType;
    readonly mediaTypes: readonly string[];
}

/** One request that a registration can make. */
export interface Operation {
    readonly id: string;
    /** Upper case. */
    readonly method: string;
    /** Base path of the document included, with `{name}` for path parameters. */
    readonly path: string;
    readonly parameters: readonly OperationParameter[];
    readonly responses: readonly DeclaredResponse[];
}

/** Called for what the local org cannot do; must throw. */
type Refuse = (problem: string) => never;

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

const TYPES: Readonly<Record<string, FormulaDataType>> = {
    string: 'text',
    integer: 'number',
    number: 'number',
    boolean: 'checkbox'
};

const schemaShape = z.looseObject({ type: z.string().optional(), format: z.string().optional() });

const DATED: Readonly<Record<string, FormulaDataType>> = { date: 'date', 'date-time': 'datetime' };

/** The type of a JSON schema, or of a Swagger 2.0 parameter, which carries the same keys; without one it is text. */
function dataTypeOf(schema: unknown, where: string, refuse: Refuse): FormulaDataType {
    const { type = 'string', format = '' } = schemaShape.safeParse(schema ?? {}).data ?? { type: 'unknown' };
    const dataType = (type === 'string' ? DATED[format] : undefined) ?? TYPES[type];
    return dataType ?? refuse(`${where}: values of type ${type} are not supported by the local org`);
}

function placeOf(place: string, where: string, refuse: Refuse): ParameterPlace {
    switch (place) {
        case 'path':
        case 'query':
        case 'header':
        case 'formData':
            return place;
        default:
            return refuse(`${where}: parameters in "${place}" are not supported by the local org`);
    }
}

function isResolved<Part extends object>(
    part: Part | OpenAPIV2.ReferenceObject | OpenAPIV3.ReferenceObject
): part is Part {
    return !('$ref' in part);
}

function parametersV2(operation: OpenAPIV2.OperationObject, where: string, refuse: Refuse): OperationParameter[] {
    return (operation.parameters ?? []).filter(isResolved<OpenAPIV2.Parameter>).map((parameter) => ({
        name: parameter.name,
        place: placeOf(parameter.in, `${where}, ${parameter.name}`, refuse),
        required: parameter.required ?? false,
        dataType: dataTypeOf(parameter, `${where}, ${parameter.name}`, refuse)
    }));
}

function parametersV3(operation: OpenAPIV3.OperationObject, where: string, refuse: Refuse): OperationParameter[] {
    if (operation.requestBody) {
        refuse(`${where}: a requestBody is not supported by the local org; describe the form in Swagger 2.0`);
    }
    return (operation.parameters ?? []).filter(isResolved<OpenAPIV3.ParameterObject>).map((parameter) => ({
        name: parameter.name,
        place: placeOf(parameter.in, `${where}, ${parameter.name}`, refuse),
        required: parameter.required ?? false,
        dataType: dataTypeOf(parameter.schema, `${where}, ${parameter.name}`, refuse)
    }));
}

function responsesV2(
    document: OpenAPIV2.Document,
    operation: OpenAPIV2.OperationObject,
    where: string,
    refuse: Refuse
): DeclaredResponse[] {
    const mediaTypes = operation.produces ?? document.produces ?? [];
    return Object.entries(operation.responses).flatMap(([code, response]) => {
        if (!response || !isResolved<OpenAPIV2.ResponseObject>(response)) {
            return [];
        }
        const dataType = dataTypeOf(response.schema, `${where}, response ${code}`, refuse);
        return [{ code, dataType, mediaTypes: mediaTypes.length > 0 ? mediaTypes : ['text/plain'] }];
    });
}

function responsesV3(operation: OpenAPIV3.OperationObject, where: string, refuse: Refuse): DeclaredResponse[] {
    return Object.entries(operation.responses).flatMap(([code, response]) => {
        if (!isResolved<OpenAPIV3.ResponseObject>(response)) {
            return [];
        }
        const content = Object.entries(response.content ?? {});
        const dataType = dataTypeOf(content[0]?.[1].schema, `${where}, response ${code}`, refuse);
        return [
            {
                code,
                dataType,
                mediaTypes: content.length > 0 ? content.map(([mediaType]) => mediaType) : ['text/plain']
            }
        ];
    });
}

function operationsV2(document: OpenAPIV2.Document, basePath: string, refuse: Refuse): Operation[] {
    const base = (document.basePath ?? basePath).replace(/\/$/, '');
    return Object.entries(document.paths).flatMap(([path, item]) =>
        METHODS.flatMap((method) => {
            const operation = method === 'patch' ? item.patch : item[method];
            const id = operation?.operationId;
            if (!operation || id === undefined) {
                return [];
            }
            return [
                {
                    id,
                    method: method.toUpperCase(),
                    path: base + path,
                    parameters: parametersV2(operation, id, refuse),
                    responses: responsesV2(document, operation, id, refuse)
                }
            ];
        })
    );
}

function operationsV3(document: OpenAPIV3.Document, basePath: string, refuse: Refuse): Operation[] {
    const base = basePath.replace(/\/$/, '');
    return Object.entries(document.paths).flatMap(([path, item]) =>
        METHODS.flatMap((method) => {
            const operation = item?.[method];
            const id = operation?.operationId;
            if (!operation || id === undefined) {
                return [];
            }
            return [
                {
                    id,
                    method: method.toUpperCase(),
                    path: base + path,
                    parameters: parametersV3(operation, id, refuse),
                    responses: responsesV3(operation, id, refuse)
                }
            ];
        })
    );
}

function isSwagger2(document: OpenAPI.Document): document is OpenAPIV2.Document {
    return 'swagger' in document;
}

function isOpenApi30(document: OpenAPI.Document): document is OpenAPIV3.Document {
    return 'openapi' in document && document.openapi.startsWith('3.0.');
}

/** The operations of a document whose references are resolved. */
export function readOperations(document: OpenAPI.Document, basePath: string, refuse: Refuse): Operation[] {
    if (isSwagger2(document)) {
        return operationsV2(document, basePath, refuse);
    }
    return isOpenApi30(document)
        ? operationsV3(document, basePath, refuse)
        : refuse('<schema> is neither Swagger 2.0 nor OpenAPI 3.0');
}
