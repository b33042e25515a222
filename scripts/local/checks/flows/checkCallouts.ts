import SwaggerParser from '@apidevtools/swagger-parser';
import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { RegisteredOperation, SwaggerDocument } from '../read/registrations.ts';
import { readService } from '../read/registrations.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

/**
 * The whole way of a callout: the flow's action, the operation in the registration's document, the named credential,
 * the external credential, its principal, and a permission set that lets somebody use it.
 */
export async function checkCallouts(project: Project): Promise<Finding[]> {
    const registrations = componentsOf(project, 'ExternalServiceRegistration');
    const documents = await Promise.all(registrations.map(checkDocument));
    return [
        ...documents.flat(),
        ...registrations.flatMap((registration) => checkCredential(registration, project)),
        ...componentsOf(project, 'ExternalCredential').flatMap((credential) => checkPrincipals(credential, project)),
        ...componentsOf(project, 'Flow').flatMap((flow) => checkActions(flow, registrations))
    ];
}

async function checkDocument(registration: Component): Promise<Finding[]> {
    const { file, root } = registration;
    const service = readService(registration);
    if (typeof service === 'string') {
        return [{ file, what: service, mend: 'Correct the <schema>.' }];
    }
    const declared = service.operations.map(({ operationId }) => operationId.toLowerCase());
    const listed = childrenOf(root, 'operations').map((operation) => textOf(operation, 'name'));
    const unknown = listed.filter((name) => !declared.includes(name));
    return [
        ...(await checkSwagger(file, service.document)),
        ...unknown.map((name) => ({
            file,
            what: `The operation ${name} is not in the schema`,
            mend: 'Write the operationId in lower case.'
        })),
        ...service.operations.flatMap((operation) => checkAnswers(operation, file)),
        ...declared
            .filter((name) => !listed.includes(name))
            .map((name) => ({ file, what: `The operation ${name} is not listed`, mend: 'Add it to <operations>.' }))
    ];
}

/** An answer that a flow can read: a text is plain text, and a failure that is not declared may end as a fault. */
function checkAnswers({ operationId, responses, produces, givesText }: RegisteredOperation, file: string): Finding[] {
    return [
        ...(givesText && produces.includes('application/json')
            ? [{ file, what: `${operationId} gives a text as application/json`, mend: 'Take it out of "produces".' }]
            : []),
        ...(responses.some((code) => !code.startsWith('2'))
            ? []
            : [
                  {
                      file,
                      what: `${operationId} declares no status of failure`,
                      mend: 'Declare 400, 500 and what else it answers.'
                  }
              ])
    ];
}

async function checkSwagger(file: string, document: SwaggerDocument): Promise<Finding[]> {
    try {
        // The parser resolves references in place; ours stays as it was read.
        await SwaggerParser.validate(structuredClone(document));
        return [];
    } catch (error) {
        return [{ file, what: error instanceof Error ? error.message : String(error), mend: 'Correct the <schema>.' }];
    }
}

function checkCredential({ file, root }: Component, project: Project): Finding[] {
    const name = textOf(root, 'namedCredentialReference');
    const named = componentsOf(project, 'NamedCredential').find((credential) => credential.name === name);
    if (!named) {
        return [{ file, what: `There is no named credential "${name}"`, mend: 'Correct the reference.' }];
    }
    const parameters = childrenOf(named.root, 'namedCredentialParameters');
    const external = parameters.map((parameter) => textOf(parameter, 'externalCredential')).find((text) => text !== '');
    const url = parameters.find((parameter) => textOf(parameter, 'parameterType') === 'Url');
    const exists = componentsOf(project, 'ExternalCredential').some((credential) => credential.name === external);
    return [
        ...(exists
            ? []
            : [{ file: named.file, what: `There is no external credential "${external ?? ''}"`, mend: 'Name one.' }]),
        ...(url && textOf(url, 'parameterValue').startsWith('https://')
            ? []
            : [{ file: named.file, what: 'The address does not begin with https://', mend: 'An org wants TLS.' }])
    ];
}

function checkPrincipals({ file, root, name }: Component, project: Project): Finding[] {
    const principals = childrenOf(root, 'externalCredentialParameters')
        .filter((parameter) => textOf(parameter, 'parameterType').endsWith('Principal'))
        .map((parameter) => `${name}-${textOf(parameter, 'parameterName')}`);
    const granted = new Set(
        componentsOf(project, 'PermissionSet')
            .filter(({ root: set }) => readsCredentials(set))
            .flatMap(({ root: set }) => childrenOf(set, 'externalCredentialPrincipalAccesses'))
            .map((access) => textOf(access, 'externalCredentialPrincipal'))
    );
    return [
        ...(principals.length > 0 ? [] : [{ file, what: 'It has no principal', mend: 'Add a NamedPrincipal.' }]),
        ...principals
            .filter((principal) => !granted.has(principal))
            .map((principal) => ({
                file,
                what: `No permission set lets anybody call out as ${principal}`,
                mend: 'Grant the principal, and read access to UserExternalCredential, in one permission set.'
            }))
    ];
}

function readsCredentials(set: XmlElement): boolean {
    return childrenOf(set, 'objectPermissions').some(
        (rights) => textOf(rights, 'object') === 'UserExternalCredential' && textOf(rights, 'allowRead') === 'true'
    );
}

function checkActions(flow: Component, registrations: readonly Component[]): Finding[] {
    return [...everyElement(flow.root)]
        .filter((element) => textOf(element, 'actionType') === 'externalService')
        .flatMap((action) => {
            const [service = '', operationId = ''] = textOf(action, 'actionName').split('.');
            const registration = registrations.find(({ name }) => name === service);
            const read = registration ? readService(registration) : undefined;
            const operations = read === undefined || typeof read === 'string' ? [] : read.operations;
            const operation = operations.find((candidate) => candidate.operationId === operationId);
            const file = `${flow.file}:${action.line}`;
            return operation
                ? checkAction(action, operation, file)
                : [{ file, what: `There is no operation ${service}.${operationId}`, mend: 'Correct <actionName>.' }];
        });
}

function checkAction(action: XmlElement, operation: RegisteredOperation, file: string): Finding[] {
    const given = childrenOf(action, 'inputParameters').map((parameter) => textOf(parameter, 'name'));
    const taken = operation.parameters.map(({ name }) => name);
    const outputs = childrenOf(action, 'outputParameters').map((parameter) => textOf(parameter, 'name'));
    // What undeclared statuses leave behind is named differently from page to page of the documentation.
    const offered = [
        'responseCode',
        ...operation.responses.map((code) => (code.startsWith('2') ? code : `${code}Exc`))
    ];
    const missing = operation.parameters.filter(({ name, required }) => required === true && !given.includes(name));
    // An answer that nobody reads leaves the flow without the words of a failure.
    const unread = offered.filter((name) => /^[1-5]\d\d(Exc)?$/.test(name) && !outputs.includes(name));
    const { operationId } = operation;
    return [
        ...unread.map((name) => ({
            file,
            what: `${textOf(action, 'name')} does not read ${name} of ${operationId}`,
            mend: 'Assign the output to a variable that the flow reads.'
        })),
        ...given
            .filter((name) => !taken.includes(name))
            .map((name) => ({ file, what: `${operationId} takes no ${name}`, mend: `It takes ${taken.join(', ')}.` })),
        ...missing.map(({ name }) => ({ file, what: `${operationId} needs ${name}`, mend: 'Give it as an input.' })),
        ...outputs
            .filter((name) => !offered.includes(name))
            .map((name) => ({ file, what: `${operationId} gives no ${name}`, mend: `It gives ${offered.join(', ')}.` }))
    ];
}
