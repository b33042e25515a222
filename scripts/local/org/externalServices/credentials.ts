import { evaluateFormula, FormulaError } from '../../metadata/formula/formula.ts';
import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf } from '../../metadata/xml.ts';
import {
    booleanOf,
    integerOf,
    MetadataError,
    readMetadataFile,
    requiredTextOf,
    optionalTextOf
} from '../../metadata/readMetadata.ts';
import { CalloutFault } from './externalServices.ts';

/** What an admin enters after the installation, for one Named Credential. */
export interface CredentialEntry {
    /** Replaces the packaged address. Unlike that one it may be `http://`, so that all of this runs on one machine. */
    readonly url: string;
    /** The principal's authentication parameters, by name. */
    readonly parameters: Readonly<Record<string, string>>;
}

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
    readonly name: string;
    readonly label: string;
    readonly protocol: string;
    readonly principals: readonly { readonly name: string; readonly type: string; readonly sequenceNumber: number }[];
    readonly headers: readonly HeaderTemplate[];
}

const MERGE = /\{!([^{}]*)\}/g;

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

function readExternalCredential(name: string, file: string): ExternalCredential {
    const element = readMetadataFile(file, 'ExternalCredential');
    const protocol = requiredTextOf(element, 'authenticationProtocol');
    if (protocol !== 'Custom') {
        throw new MetadataError(file, `authentication protocol ${protocol} is not supported by the local org`);
    }
    const parameters = childrenOf(element, 'externalCredentialParameters');
    return {
        name,
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
        throw new MetadataError(element, `the address of a named credential must begin with https://, not "${url}"`);
    }
    return url;
}

function readNamedCredential(
    name: string,
    file: string,
    external: ReadonlyMap<string, ExternalCredential>
): NamedCredential {
    const element = readMetadataFile(file, 'NamedCredential');
    const type = optionalTextOf(element, 'namedCredentialType');
    if (type !== 'SecuredEndpoint') {
        throw new MetadataError(file, `named credentials of type ${type} are not supported by the local org`);
    }
    const parameters = childrenOf(element, 'namedCredentialParameters');
    const authentication = parameters.find(
        (parameter) => optionalTextOf(parameter, 'parameterType') === 'Authentication'
    );
    const externalCredential = authentication ? requiredTextOf(authentication, 'externalCredential') : '';
    const found = external.get(externalCredential);
    if (!found) {
        throw new MetadataError(file, `there is no external credential "${externalCredential}"`);
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
            readExternalCredential(name, file)
        ])
    );
}

/** Reads the package's Named Credentials, by name. Throws `MetadataError` naming the file. */
export function readNamedCredentials(forceApp: MetadataFolders): ReadonlyMap<string, NamedCredential> {
    const external = readExternalCredentials(forceApp);
    return new Map(
        metadataFiles(forceApp, '.namedCredential-meta.xml').map(({ name, file }) => [
            name,
            readNamedCredential(name, file, external)
        ])
    );
}

function parameterOf(credential: NamedCredential, entry: CredentialEntry, reference: string): string {
    const [root, external, parameter = '', ...rest] = reference.split('.');
    if (root !== '$Credential' || external !== credential.externalCredential || rest.length > 0) {
        throw new FormulaError(
            `${reference} is not a parameter of external credential ${credential.externalCredential}`
        );
    }
    const value = entry.parameters[parameter];
    if (value === undefined || value === '') {
        throw new FormulaError(
            `authentication parameter "${parameter}" of external credential "${external}" has no value; ` +
                'an admin enters it at the principal in Setup, Named Credentials, External Credentials'
        );
    }
    return value;
}

/** The headers that the credential adds to every request. Throws `CalloutFault` that tells the admin what is missing. */
export function credentialHeaders(credential: NamedCredential, entry: CredentialEntry): Headers {
    const headers = new Headers();
    const context = {
        now: () => new Date(0),
        resolve: (reference: string) => ({
            dataType: 'text' as const,
            value: parameterOf(credential, entry, reference)
        })
    };
    for (const { name, template } of credential.headers) {
        try {
            headers.set(
                name,
                template.replace(MERGE, (_match, formula: string) => String(evaluateFormula(formula, context) ?? ''))
            );
        } catch (error) {
            const reason = error instanceof FormulaError ? error.message : `its value is not allowed in a header`;
            throw new CalloutFault(`We couldn't access the credential(s). Header ${name}: ${reason}.`);
        }
    }
    return headers;
}
