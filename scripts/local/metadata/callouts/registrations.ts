import SwaggerParser from '@apidevtools/swagger-parser';
import type { OpenAPI } from 'openapi-types';
import { z } from 'zod';
import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { MetadataError, readMetadataFile, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import type { Operation } from './operations.ts';
import { readOperations } from './operations.ts';

const SUFFIX = '.externalServiceRegistration-meta.xml';

const bindingShape = z.object({
    basePath: z.string().optional(),
    compatibleMediaTypes: z.record(z.string(), z.string()).optional()
});

/** An External Service as its metadata declares it. */
export interface Registration {
    readonly name: string;
    readonly namedCredential: string;
    /** Media types that are read as another, supported one: `text/html` as `text/plain`. */
    readonly compatibleMediaTypes: ReadonlyMap<string, string>;
    /** By operation id; active ones only. */
    readonly operations: ReadonlyMap<string, Operation>;
}

function parsedJson(element: XmlElement, name: string, text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new MetadataError(
            element,
            `<${name}> is not JSON: ${error instanceof Error ? error.message : String(error)}`
        );
    }
}

function readBinding(element: XmlElement) {
    const text = optionalTextOf(element, 'serviceBinding');
    const binding = bindingShape.safeParse(text === undefined ? {} : parsedJson(element, 'serviceBinding', text));
    if (!binding.success) {
        throw new MetadataError(element, `<serviceBinding>: ${z.prettifyError(binding.error)}`);
    }
    return binding.data;
}

// Validation takes longer than everything else that opens an org.
const validDocuments = new Map<string, OpenAPI.Document>();

async function readSchema(element: XmlElement): Promise<OpenAPI.Document> {
    const text = requiredTextOf(element, 'schema');
    const known = validDocuments.get(text) ?? (await validated(element, writtenSchema(element)));
    validDocuments.set(text, known);
    return known;
}

function writtenSchema(element: XmlElement): OpenAPI.Document {
    const document = parsedJson(element, 'schema', requiredTextOf(element, 'schema'));
    if (!isDocument(document)) {
        throw new MetadataError(element, '<schema> is not an OpenAPI document');
    }
    return document;
}

async function validated(element: XmlElement, document: OpenAPI.Document): Promise<OpenAPI.Document> {
    try {
        return await SwaggerParser.validate(document);
    } catch (error) {
        throw new MetadataError(element, `<schema>: ${error instanceof Error ? error.message : String(error)}`);
    }
}

/** Enough for the validator, which says what else is wrong. */
function isDocument(value: unknown): value is OpenAPI.Document {
    return typeof value === 'object' && value !== null && 'info' in value && 'paths' in value;
}

/** Operation ids as the metadata writes them: lower case, other characters as `x` and their code. */
function encodedName(operationId: string): string {
    return operationId.toLowerCase().replace(/[^a-z0-9]/g, (character) => `x${character.charCodeAt(0).toString(16)}`);
}

function activeOperations(element: XmlElement, all: readonly Operation[]): Map<string, Operation> {
    const active = childrenOf(element, 'operations')
        .filter((operation) => requiredTextOf(operation, 'active') === 'true')
        .map((operation) => requiredTextOf(operation, 'name').toLowerCase());
    const found = active.map((name) => {
        const operation = all.find(({ id }) => name === encodedName(id) || name === id.toLowerCase());
        if (!operation) {
            const names = all.map(({ id }) => id).join(', ');
            const problem = `<operations> names operations that <schema> does not have; it has ${names}`;
            throw new MetadataError(element, `${name} is not in the document: ${problem}`);
        }
        return operation;
    });
    return new Map(found.map((operation) => [operation.id, operation]));
}

/** @throws MetadataError saying what cannot work */
export async function readRegistration(name: string, element: XmlElement): Promise<Registration> {
    if (requiredTextOf(element, 'status') !== 'Complete') {
        throw new MetadataError(element, 'only registrations with status Complete work');
    }
    const { compatibleMediaTypes = {} } = readBinding(element);
    return {
        name,
        namedCredential:
            optionalTextOf(element, 'namedCredentialReference') ?? requiredTextOf(element, 'namedCredential'),
        compatibleMediaTypes: new Map(Object.entries(compatibleMediaTypes)),
        operations: activeOperations(element, operationsOf(element, await readSchema(element)))
    };
}

/** Operations as a registration's document writes them, which is not validated here. */
export function writtenOperations(element: XmlElement): Operation[] {
    return operationsOf(element, writtenSchema(element));
}

function operationsOf(element: XmlElement, document: OpenAPI.Document): Operation[] {
    return readOperations(document, readBinding(element).basePath ?? '', (problem) => {
        throw new MetadataError(element, problem);
    });
}

/** Reads the package's External Services. Throws `MetadataError` naming the file and what cannot work. */
export async function readRegistrations(forceApp: MetadataFolders): Promise<Registration[]> {
    return Promise.all(
        metadataFiles(forceApp, SUFFIX).map(({ name, file }) =>
            readRegistration(name, readMetadataFile(file, 'ExternalServiceRegistration'))
        )
    );
}
