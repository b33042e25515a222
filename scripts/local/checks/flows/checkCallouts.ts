import type { ActionElement } from '../../metadata/flows/definition.ts';
import type { Operation } from '../../metadata/callouts/operations.ts';
import { readRegistration } from '../../metadata/callouts/registrations.ts';
import { MetadataError } from '../../metadata/readMetadata.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';
import type { Finding } from '../finding.ts';
import { externalCredentials, operationsOf, principalsOf } from '../read/callouts.ts';
import { flowsOf } from '../read/flows.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { permissionSetsOf } from '../read/roles.ts';
import { findingOf, refusalsOf } from '../read/refusals.ts';

/**
 * The whole way of a callout: the flow's action, the operation in the registration's document, the named credential,
 * the external credential, its principal, and a permission set that lets somebody use it.
 */
export async function checkCallouts(project: Project): Promise<Finding[]> {
    const registrations = componentsOf(project, 'ExternalServiceRegistration');
    const documents = await Promise.all(registrations.map(checkRegistration));
    return [
        ...documents.flat(),
        ...registrations.flatMap((registration) => checkCredential(registration, project)),
        ...refusalsOf((refuse) => externalCredentials(project, refuse)),
        ...checkPrincipals(project),
        ...flowsOf(project).flows.flatMap(({ elements, file }) =>
            [...elements.values()].flatMap((element) =>
                element.kind === 'action'
                    ? checkAction(element, registrations).map((found) => ({
                          file: `${file}:${element.line}`,
                          ...found
                      }))
                    : []
            )
        )
    ];
}

async function checkRegistration(registration: Component): Promise<Finding[]> {
    const { file, name, root } = registration;
    const listed = childrenOf(root, 'operations').map((operation) => textOf(operation, 'name'));
    const operations = operationsOf(registration);
    const found = [
        ...operations.flatMap((operation) => checkAnswers(operation, file)),
        ...operations
            .map(({ id }) => id.toLowerCase())
            .filter((id) => !listed.includes(id))
            .map((id) => ({ file, what: `The operation ${id} is not listed`, mend: 'Add it to <operations>.' }))
    ];
    try {
        await readRegistration(name, root);
        return found;
    } catch (error) {
        if (error instanceof MetadataError) {
            return [findingOf(error), ...found];
        }
        throw error;
    }
}

/** An answer that a flow can read: a text is plain text, and a failure that is not declared may end as a fault. */
function checkAnswers({ id, responses }: Operation, file: string): Finding[] {
    return [
        ...(responses.some(({ dataType, mediaTypes }) => dataType === 'text' && mediaTypes.includes('application/json'))
            ? [{ file, what: `${id} gives a text as application/json`, mend: 'Take it out of "produces".' }]
            : []),
        ...(responses.some(({ code }) => !code.startsWith('2'))
            ? []
            : [
                  {
                      file,
                      what: `${id} declares no status of failure`,
                      mend: 'Declare 400, 500 and what else it answers.'
                  }
              ])
    ];
}

function checkCredential({ file, root }: Component, project: Project): Finding[] {
    const name = textOf(root, 'namedCredentialReference');
    return componentsOf(project, 'NamedCredential').some((credential) => credential.name === name)
        ? []
        : [{ file, what: `There is no named credential "${name}"`, mend: 'Correct the reference.' }];
}

function checkPrincipals(project: Project): Finding[] {
    const granted = new Set(
        permissionSetsOf(project)
            .filter(({ objects }) => objects.has('UserExternalCredential'))
            .flatMap((set) => [...set.principals])
    );
    return externalCredentials(project).flatMap((credential) => {
        const { file, principals } = credential;
        return [
            ...(principals.length > 0 ? [] : [{ file, what: 'It has no principal', mend: 'Add a NamedPrincipal.' }]),
            ...principalsOf(credential)
                .filter((principal) => !granted.has(principal))
                .map((principal) => ({
                    file,
                    what: `No permission set lets anybody call out as ${principal}`,
                    mend: 'Grant the principal, and read access to UserExternalCredential, in one permission set.'
                }))
        ];
    });
}

type Problem = Omit<Finding, 'file'>;

function checkAction(element: ActionElement, registrations: readonly Component[]): Problem[] {
    const [service, id] = element.action.split('.');
    const registration = registrations.find(({ name }) => name === service);
    const operation = registration && operationsOf(registration).find((candidate) => candidate.id === id);
    return operation
        ? checkParameters(element, operation)
        : [{ what: `There is no operation ${element.action}`, mend: 'Correct <actionName>.' }];
}

function checkParameters(action: ActionElement, { id, parameters, responses }: Operation): Problem[] {
    const given = action.inputs.map(({ name }) => name);
    const taken = parameters.map(({ name }) => name);
    const outputs = action.outputs.map(({ name }) => name);
    // What undeclared statuses leave behind is named differently from page to page of the documentation.
    const offered = ['responseCode', ...responses.map(({ code }) => (code.startsWith('2') ? code : `${code}Exc`))];
    // An answer that nobody reads leaves the flow without the words of a failure.
    const unread = offered.filter((name) => /^[1-5]\d\d(Exc)?$/.test(name) && !outputs.includes(name));
    return [
        ...unread.map((name) => ({
            what: `${action.name} does not read ${name} of ${id}`,
            mend: 'Assign the output to a variable that the flow reads.'
        })),
        ...given
            .filter((name) => !taken.includes(name))
            .map((name) => ({ what: `${id} takes no ${name}`, mend: `It takes ${taken.join(', ')}.` })),
        ...parameters
            .filter(({ name, required }) => required && !given.includes(name))
            .map(({ name }) => ({ what: `${id} needs ${name}`, mend: 'Give it as an input.' })),
        ...outputs
            .filter((name) => !offered.includes(name))
            .map((name) => ({ what: `${id} gives no ${name}`, mend: `It gives ${offered.join(', ')}.` }))
    ];
}
