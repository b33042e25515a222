import type { ExternalCredential } from '../../metadata/callouts/credentials.ts';
import { readExternalCredential, readNamedCredential } from '../../metadata/callouts/credentials.ts';
import type { Operation } from '../../metadata/callouts/operations.ts';
import { writtenOperations } from '../../metadata/callouts/registrations.ts';
import type { Refuse } from '../../metadata/readMetadata.ts';
import { readEach } from '../../metadata/readMetadata.ts';
import type { Component, Project } from './project.ts';
import { componentsOf } from './project.ts';

const ignore: Refuse = () => undefined;

/** Operations of a registration's document; none where it cannot be read, of which the check of callouts tells. */
export function operationsOf({ root }: Component): Operation[] {
    return readEach([root], writtenOperations, ignore).flat();
}

/** Credentials of callouts that can be read; the named ones are for the local org to refuse. */
export function externalCredentials(project: Project, refuse = ignore): ExternalCredential[] {
    const read = readEach(
        componentsOf(project, 'ExternalCredential'),
        ({ name, root }) => readExternalCredential(name, root),
        refuse
    );
    const byName = new Map(read.map((credential) => [credential.name, credential]));
    readEach(
        componentsOf(project, 'NamedCredential'),
        ({ name, root }) => readNamedCredential(name, root, byName),
        refuse
    );
    return read;
}

/** As permission sets spell them: the credential's name and the principal's. */
export function principalsOf({ name, principals }: ExternalCredential): string[] {
    return principals.map((principal) => `${name}-${principal.name}`);
}
