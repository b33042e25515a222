import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import {
    booleanOf,
    integerOf,
    MetadataError,
    readMetadataFile,
    requiredTextOf,
    optionalTextOf
} from '../readMetadata.ts';

/** A header and the formula template of its value, such as `{!'Bearer ' & $Credential.ConVox.Key}`. */
export interface HeaderTemplate {
    readonly name: string;
    readonly template: string;
}

export interface NamedCredential {
    readonly name: string;
    readonly label: string;
    /** As packaged; an admin replaces it. */
    readonly url: string;
    readonly isEnabled: boolean;
    readonly allowMergeFieldsInBody: boolean;
    readonly allowMergeFieldsInHeader: boolean;
    readonly generateAuthorizationHeader: boolean;
    readonly externalCredential: string;
    /** As permission sets name them: `ConVox-Server`. */
    readonly principals: readonly string[];
    readonly headers: readonly HeaderTemplate[];
}

export interface ExternalCredential {
    readonly file: string;
    readonly name: string;
    readonly label: string;
    readonly protocol: string;
    readonly principals: readonly { readonly name: string; readonly type: string; readonly sequenceNumber: number }[];
    readonly headers: readonly HeaderTemplate[];
}

/** The formulas within a header's template. */
export const MERGE = /\{!([^{}]*)\}/g;

function headersOf(element: XmlElement, parameters: readonly XmlElement[], type: string): HeaderTemplate[] {
    return parameters
        .filter((parameter) => optionalTextOf(parameter, 'parameterType') === type)
        .map((parameter) => ({
            name: requiredTextOf(parameter, 'parameterName'),
            template: requiredTextOf(parameter, 'parameterValue')
        }))
        .map((header) => {
            if (header.template.includes('{!') && [...header.template.matchAll(MERGE)].length === 0) {
                throw new MetadataError(element, `the value of header ${header.name} is not understood`);
            }
            return header;
        });
}

export function readExternalCredential(name: string, element: XmlElement): ExternalCredential {
    const protocol = requiredTextOf(element, 'authenticationProtocol');
    if (protocol !== 'Custom') {
        throw new MetadataError(element, `authentication protocol ${protocol} is not supported by the local org`);
    }
    const parameters = childrenOf(element, 'externalCredentialParameters');
    return {
        name,
        file: element.file,
        label: requiredTextOf(element, 'label'),
        protocol,
        principals: parameters
            .filter((parameter) => /Principal$/.test(requiredTextOf(parameter, 'parameterType')))
            .map((parameter) => ({
                name: requiredTextOf(parameter, 'parameterName'),
                type: requiredTextOf(parameter, 'parameterType'),
                sequenceNumber: integerOf(parameter, 'sequenceNumber') ?? 1
            })),
        headers: headersOf(element, parameters, 'AuthHeader')
    };
}

function packagedUrl(element: XmlElement, parameters: readonly XmlElement[]): string {
    const parameter = parameters.find((candidate) => optionalTextOf(candidate, 'parameterType') === 'Url');
    const url = parameter ? requiredTextOf(parameter, 'parameterValue') : '';
    if (!url.startsWith('https://')) {
        const problem = `"${url}" does not begin with https://, and an address must begin with https://`;
        throw new MetadataError(element, problem);
    }
    return url;
}

export function readNamedCredential(
    name: string,
    element: XmlElement,
    external: ReadonlyMap<string, ExternalCredential>
): NamedCredential {
    const type = optionalTextOf(element, 'namedCredentialType');
    if (type !== 'SecuredEndpoint') {
        throw new MetadataError(element, `named credentials of type ${type} are not supported by the local org`);
    }
    const parameters = childrenOf(element, 'namedCredentialParameters');
    const authentication = parameters.find(
        (parameter) => optionalTextOf(parameter, 'parameterType') === 'Authentication'
    );
    const externalCredential = authentication ? requiredTextOf(authentication, 'externalCredential') : '';
    const found = external.get(externalCredential);
    if (!found) {
        throw new MetadataError(element, `There is no external credential "${externalCredential}"`);
    }
    return {
        name,
        label: requiredTextOf(element, 'label'),
        url: packagedUrl(element, parameters),
        isEnabled: optionalTextOf(element, 'calloutStatus') !== 'Disabled',
        allowMergeFieldsInBody: booleanOf(element, 'allowMergeFieldsInBody'),
        allowMergeFieldsInHeader: booleanOf(element, 'allowMergeFieldsInHeader'),
        generateAuthorizationHeader: booleanOf(element, 'generateAuthorizationHeader'),
        externalCredential,
        principals: found.principals
            .filter(({ type }) => type === 'NamedPrincipal')
            .map((principal) => `${externalCredential}-${principal.name}`),
        headers: [...found.headers, ...headersOf(element, parameters, 'HttpHeader')]
    };
}

/** Reads the package's External Credentials, by name. Throws `MetadataError` naming the file. */
export function readExternalCredentials(forceApp: MetadataFolders): ReadonlyMap<string, ExternalCredential> {
    return new Map(
        metadataFiles(forceApp, '.externalCredential-meta.xml').map(({ name, file }) => [
            name,
            readExternalCredential(name, readMetadataFile(file, 'ExternalCredential'))
        ])
    );
}

/** Reads the package's Named Credentials, by name. Throws `MetadataError` naming the file. */
export function readNamedCredentials(forceApp: MetadataFolders): ReadonlyMap<string, NamedCredential> {
    const external = readExternalCredentials(forceApp);
    return new Map(
        metadataFiles(forceApp, '.namedCredential-meta.xml').map(({ name, file }) => [
            name,
            readNamedCredential(name, readMetadataFile(file, 'NamedCredential'), external)
        ])
    );
}
