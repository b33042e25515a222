import SwaggerParser from '@apidevtools/swagger-parser';
import type { OpenAPI } from 'openapi-types';
import { z } from 'zod';
import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf } from '../../metadata/xml.ts';
import { MetadataError, readMetadataFile, requiredTextOf, optionalTextOf } from '../../metadata/readMetadata.ts';
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
    const known = validDocuments.get(text);
    if (known) {
        return known;
    }
    const document = await validatedSchema(element, text);
    validDocuments.set(text, document);
    return document;
}

async function validatedSchema(element: XmlElement, text: string): Promise<OpenAPI.Document> {
    const document = parsedJson(element, 'schema', text);
    if (!isDocument(document)) {
        throw new MetadataError(element, '<schema> is not an OpenAPI document');
    }
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
    const active = new Set(
        childrenOf(element, 'operations')
            .filter((operation) => requiredTextOf(operation, 'active') === 'true')
            .map((operation) => requiredTextOf(operation, 'name').toLowerCase())
    );
    const found = all.filter(({ id }) => active.has(encodedName(id)) || active.has(id.toLowerCase()));
    if (found.length !== active.size) {
        const names = all.map(({ id }) => id).join(', ');
        throw new MetadataError(element, `<operations> names operations that <schema> does not have; it has ${names}`);
    }
    return new Map(found.map((operation) => [operation.id, operation]));
}

async function readRegistration(name: string, file: string): Promise<Registration> {
    const element = readMetadataFile(file, 'ExternalServiceRegistration');
    if (requiredTextOf(element, 'status') !== 'Complete') {
        throw new MetadataError(file, 'only registrations with status Complete work');
    }
    const binding = readBinding(element);
    const document = await readSchema(element);
    const refuse = (problem: string): never => {
        throw new MetadataError(file, problem);
    };
    return {
        name,
        namedCredential:
            optionalTextOf(element, 'namedCredentialReference') ?? requiredTextOf(element, 'namedCredential'),
        compatibleMediaTypes: new Map(Object.entries(binding.compatibleMediaTypes ?? {})),
        operations: activeOperations(element, readOperations(document, binding.basePath ?? '', refuse))
    };
}

/** Reads the package's External Services. Throws `MetadataError` naming the file and what cannot work. */
export async function readRegistrations(forceApp: MetadataFolders): Promise<Registration[]> {
    return Promise.all(metadataFiles(forceApp, SUFFIX).map(({ name, file }) => readRegistration(name, file)));
}
