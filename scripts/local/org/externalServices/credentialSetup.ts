import type { CredentialEntry } from './credentialHeaders.ts';
import type { ExternalCredential, NamedCredential } from '../../metadata/callouts/credentials.ts';
import { readExternalCredentials, readNamedCredentials } from '../../metadata/callouts/credentials.ts';
import type { MetadataFolders } from '../../metadata/metadataFiles.ts';

/** What Setup knows of the package's credentials, and what an admin has entered. Entries live in memory. */
export interface CredentialSetup {
    readonly named: ReadonlyMap<string, NamedCredential>;
    readonly external: ReadonlyMap<string, ExternalCredential>;
    /** Looked up at each callout, by Named Credential; undefined while it has the packaged address. */
    readonly entries: Readonly<Record<string, CredentialEntry>>;
    setUrl(namedCredential: string, url: string): void;
    /** Names of the principal's parameters that have a value. */
    parameterNames(externalCredential: string): readonly string[];
    setParameters(externalCredential: string, parameters: Readonly<Record<string, string>>): void;
}

export function createCredentialSetup(
    forceApp: MetadataFolders,
    entered: Readonly<Record<string, CredentialEntry>>
): CredentialSetup {
    const named = readNamedCredentials(forceApp);
    const external = readExternalCredentials(forceApp);
    const entries: Record<string, CredentialEntry> = { ...entered };
    const parameters = new Map<string, Readonly<Record<string, string>>>();
    for (const { name, externalCredential } of named.values()) {
        const entry = entries[name];
        if (entry) {
            parameters.set(externalCredential, entry.parameters);
        }
    }
    return {
        named,
        external,
        entries,
        setUrl: (name, url) => {
            entries[name] = { url, parameters: parameters.get(named.get(name)?.externalCredential ?? '') ?? {} };
        },
        parameterNames: (name) =>
            Object.entries(parameters.get(name) ?? {}).flatMap(([parameter, value]) =>
                value === '' ? [] : [parameter]
            ),
        setParameters: (name, values) => {
            parameters.set(name, values);
            for (const credential of named.values()) {
                const entry = entries[credential.name];
                if (entry && credential.externalCredential === name) {
                    entries[credential.name] = { ...entry, parameters: values };
                }
            }
        }
    };
}
