import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSchema } from '../../org/schema/readSchema.ts';
import { childrenOf, readMetadataFile, requiredTextOf } from '../../org/schema/metadataXml.ts';

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
    readonly activeFlows: readonly string[];
    readonly components: readonly string[];
    readonly permissionSets: readonly string[];
    readonly publicGroups: readonly string[];
    readonly flowCalls: readonly FlowCall[];
    readonly graphqlDocuments: readonly GraphqlDocument[];
}

export function readPackageFacts(forceApp: string): PackageFacts {
    const schema = readSchema(forceApp);
    return {
        fields: new Map(
            [...schema.objects.values()]
                .map((object) => [object.name, [...object.fields.values()].filter(({ custom }) => custom)] as const)
                .filter(([, own]) => own.length > 0)
                .map(([object, own]) => [object, own.map(({ name }) => name)])
        ),
        activeFlows: activeFlows(forceApp),
        components: names(forceApp, '.js-meta.xml'),
        permissionSets: names(forceApp, '.permissionset-meta.xml'),
        publicGroups: names(forceApp, '.group-meta.xml'),
        flowCalls: flowCalls(forceApp),
        graphqlDocuments: graphqlDocuments(forceApp)
    };
}

function files(forceApp: string, pattern: string): string[] {
    return globSync(pattern, { cwd: forceApp })
        .toSorted()
        .map((file) => join(forceApp, file));
}

function names(forceApp: string, suffix: string): string[] {
    return files(forceApp, `**/*${suffix}`).map((file) => basename(file, suffix));
}

function activeFlows(forceApp: string): string[] {
    return files(forceApp, '**/*.flow-meta.xml')
        .filter((file) => requiredTextOf(readMetadataFile(file, 'Flow'), 'status') === 'Active')
        .map((file) => basename(file, '.flow-meta.xml'));
}

function flowCalls(forceApp: string): FlowCall[] {
    return files(forceApp, '**/*.flow-meta.xml')
        .flatMap((file) => childrenOf(readMetadataFile(file, 'Flow'), 'actionCalls'))
        .filter((call) => requiredTextOf(call, 'actionType') === 'externalService')
        .map((call) => ({
            action: requiredTextOf(call, 'actionName'),
            inputs: childrenOf(call, 'inputParameters').map((one) => requiredTextOf(one, 'name')),
            outputs: childrenOf(call, 'outputParameters').map((one) => requiredTextOf(one, 'name'))
        }));
}

/** Documents that stand in the sources as they are sent; those put together at run time are left out. */
function graphqlDocuments(forceApp: string): GraphqlDocument[] {
    return files(forceApp, '**/lwc/**/*.ts')
        .filter((file) => !file.includes('__tests__'))
        .flatMap((file) =>
            [...readFileSync(file, 'utf8').matchAll(/gql`([^`]*)`/g)]
                .map(([, text = '']) => ({ file: basename(file), text }))
                .filter(({ text }) => !text.includes('${'))
        );
}
