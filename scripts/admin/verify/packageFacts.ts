import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readPermissionSets } from '../../local/metadata/permissions/readPermissionSets.ts';
import type { PermissionSet } from '../../local/metadata/permissions/readPermissionSets.ts';
import { readSchema } from '../../local/metadata/objects/readSchema.ts';
import { childrenOf } from '../../local/metadata/xml.ts';
import type { XmlElement } from '../../local/metadata/xml.ts';
import { readMetadataFile, requiredTextOf } from '../../local/metadata/readMetadata.ts';
import type { MetadataFolders } from '../../local/metadata/metadataFiles.ts';
import { metadataFiles } from '../../local/metadata/metadataFiles.ts';

/** How the package's flows call an operation of a registration. */
export interface FlowCall {
    /** `<Registration>.<operationId>`. */
    readonly action: string;
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
}

export interface GraphqlDocument {
    readonly file: string;
    readonly text: string;
}

/** What `force-app` holds, to be compared with what the org has. */
export interface PackageFacts {
    /** The package's fields, by object. */
    readonly fields: ReadonlyMap<string, readonly string[]>;
    /** In the order to activate them: a flow that others run comes before them. */
    readonly activeFlows: readonly string[];
    /** Those that arrive switched off, for an administrator to activate. */
    readonly dormantFlows: readonly string[];
    readonly components: readonly string[];
    readonly permissionSets: readonly string[];
    readonly publicGroups: readonly string[];
    readonly flowCalls: readonly FlowCall[];
    readonly graphqlDocuments: readonly GraphqlDocument[];
    /** What each permission set grants. */
    readonly rights: readonly PermissionSet[];
}

export function readPackageFacts(product: MetadataFolders): PackageFacts {
    const schema = readSchema(product);
    const names = (ending: string): string[] => metadataFiles(product, ending).map(({ name }) => name);
    return {
        fields: new Map(
            [...schema.objects.values()]
                .map((object) => [object.name, [...object.fields.values()].filter(({ custom }) => custom)] as const)
                .filter(([, own]) => own.length > 0)
                .map(([object, own]) => [object, own.map(({ name }) => name)])
        ),
        activeFlows: activeFlows(product),
        dormantFlows: flowsOf(product)
            .filter(({ isActive }) => !isActive)
            .map(({ name }) => name),
        components: names('.js-meta.xml'),
        permissionSets: names('.permissionset-meta.xml'),
        publicGroups: names('.group-meta.xml'),
        flowCalls: flowCalls(product),
        graphqlDocuments: graphqlDocuments(product),
        rights: readPermissionSets(product, schema)
    };
}

interface PackagedFlow {
    readonly name: string;
    readonly xml: XmlElement;
    readonly isActive: boolean;
}

function flowsOf(product: MetadataFolders): PackagedFlow[] {
    return metadataFiles(product, '.flow-meta.xml').map(({ name, file }) => {
        const xml = readMetadataFile(file, 'Flow');
        return { name, xml, isActive: requiredTextOf(xml, 'status') === 'Active' };
    });
}

function activeFlows(product: MetadataFolders): string[] {
    const flows = flowsOf(product).filter(({ isActive }) => isActive);
    const subflows = new Map(
        flows.map(({ name, xml }) => [
            name,
            childrenOf(xml, 'subflows').map((subflow) => requiredTextOf(subflow, 'flowName'))
        ])
    );
    const ordered = new Set<string>();
    const add = (name: string): void => {
        (subflows.get(name) ?? []).forEach(add);
        ordered.add(name);
    };
    flows.forEach(({ name }) => add(name));
    return [...ordered];
}

function flowCalls(product: MetadataFolders): FlowCall[] {
    return metadataFiles(product, '.flow-meta.xml')
        .flatMap(({ file }) => childrenOf(readMetadataFile(file, 'Flow'), 'actionCalls'))
        .filter((call) => requiredTextOf(call, 'actionType') === 'externalService')
        .map((call) => ({
            action: requiredTextOf(call, 'actionName'),
            inputs: childrenOf(call, 'inputParameters').map((one) => requiredTextOf(one, 'name')),
            outputs: childrenOf(call, 'outputParameters').map((one) => requiredTextOf(one, 'name'))
        }));
}

/** Documents that stand in the sources as they are sent; those put together at run time are left out. */
function graphqlDocuments(product: MetadataFolders): GraphqlDocument[] {
    return metadataFiles(product, '.ts')
        .filter(({ file }) => !file.includes('__tests__'))
        .flatMap(({ file }) =>
            [...readFileSync(file, 'utf8').matchAll(/gql`([^`]*)`/g)]
                .map(([, text = '']) => ({ file: basename(file), text }))
                .filter(({ text }) => !text.includes('${'))
        );
}
