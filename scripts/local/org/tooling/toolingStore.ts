import type { FlowEngine } from '../flows/engine.ts';
import type { ActingUser, FieldValues, SaveTriggers } from '../records.ts';
import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { readMetadataFile, requiredTextOf, optionalTextOf } from '../../metadata/readMetadata.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { field, systemFields, text } from '../../metadata/objects/standardFields.ts';
import { openDatabase } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { createStore } from '../store/store.ts';

/** The metadata that the org holds, as rows that the Tooling API is asked for. */
export interface ToolingStore {
    readonly schema: OrgSchema;
    readonly store: Store;
    /**
     * Makes this version of a flow its active one; 0 switches the flow off.
     * @returns whether the org has that flow and that version
     */
    setActiveVersion(definitionId: string, version: number): boolean;
    /** Makes a flow's latest version its active one or switches it off, as the status of a deployed file says. */
    applyStatus(flow: string, isActive: boolean): void;
    /** Every version of a flow, as `Name-1`, and whether it is the active one. */
    flowVersions(): ReadonlyMap<string, boolean>;
    close(): void;
}

const name = text('DeveloperName', 'Developer Name', 255, { required: true, nameField: true });
const label = text('MasterLabel', 'Label', 255);

const toolingObjects: Readonly<Record<string, readonly [keyPrefix: string, fields: readonly FieldSchema[]]>> = {
    FlowDefinition: [
        '300',
        [
            name,
            label,
            text('ActiveVersionId', 'Active Version ID', 18),
            text('LatestVersionId', 'Latest Version ID', 18)
        ]
    ],
    Flow: [
        '301',
        [
            text('MasterLabel', 'Label', 255, { required: true, nameField: true }),
            text('DefinitionId', 'Definition ID', 18),
            field('VersionNumber', 'Version Number', 'Number', { precision: 9, scale: 0 })
        ]
    ],
    LightningComponentBundle: [
        '0Rb',
        [
            name,
            label,
            field('ApiVersion', 'API Version', 'Number', { precision: 4, scale: 1 }),
            field('IsExposed', 'Exposed', 'Checkbox')
        ]
    ]
};

const noTriggers: SaveTriggers = {
    beforeSave: (_object, _operation, rows) => rows.map(() => ({ assigned: {} })),
    afterSave: () => undefined,
    beforeDelete: () => undefined,
    afterCommit: () => undefined
};

/** Reads what `force-app` deploys into a database of its own, which is made anew at every start. */
export function createToolingStore(
    forceApp: MetadataFolders,
    admin: ActingUser,
    clock: () => Date,
    flows: Pick<FlowEngine, 'setActive'>
): ToolingStore {
    const objects = Object.entries(toolingObjects).map(
        ([object, [keyPrefix, fields]]) => [object, objectSchema(object, keyPrefix, fields)] as const
    );
    const schema: OrgSchema = { objects: new Map(objects) };
    const database = openDatabase(':memory:');
    const store = createStore({ database, schema, clock, triggers: () => noTriggers });
    createFlows(store, forceApp, admin);
    store.create('LightningComponentBundle', readBundles(forceApp), admin);

    function setActiveVersion(definitionId: string, version: number): boolean {
        const definition = store.get('FlowDefinition', definitionId);
        const isKnown = version === 0 || version === FIRST_VERSION;
        if (definition && isKnown) {
            const values = { ActiveVersionId: version === 0 ? null : (definition['LatestVersionId'] ?? null) };
            store.update('FlowDefinition', [{ id: definitionId, values }], admin);
            flows.setActive(String(definition['DeveloperName']), version !== 0);
        }
        return definition !== undefined && isKnown;
    }

    return {
        schema,
        store,
        setActiveVersion,
        applyStatus: (flow, isActive) => {
            const where = { field: 'DeveloperName', operator: 'eq', value: flow } as const;
            for (const { Id } of store.find({ object: 'FlowDefinition', where })) {
                setActiveVersion(String(Id), isActive ? FIRST_VERSION : 0);
            }
        },
        flowVersions: () =>
            new Map(
                store
                    .find({ object: 'FlowDefinition' })
                    .map(({ DeveloperName, ActiveVersionId }) => [
                        `${String(DeveloperName)}-${FIRST_VERSION}`,
                        ActiveVersionId !== null
                    ])
            ),
        close: () => database.close()
    };
}

function objectSchema(object: string, keyPrefix: string, fields: readonly FieldSchema[]): ObjectSchema {
    // Nobody can be looked up here: users live in the other database.
    const own = systemFields.filter((candidate) => candidate.lookup === undefined);
    const unlinked = systemFields
        .filter((candidate) => candidate.lookup)
        .map((candidate) => text(candidate.name, candidate.label, 18));
    return {
        name: object,
        label: object,
        pluralLabel: object,
        custom: false,
        keyPrefix,
        fields: new Map([...own, ...unlinked, ...fields].map((one) => [one.name, one])),
        nameField: fields.find((candidate) => candidate.nameField)?.name ?? name.name,
        validationRules: [],
        children: [],
        compactLayout: [],
        sharingModel: 'ReadWrite',
        access: { create: true, edit: true, delete: true, viewAll: true, modifyAll: true }
    };
}

/** A flow has one version here: nothing is deployed over it. */
const FIRST_VERSION = 1;

function createFlows(store: Store, forceApp: MetadataFolders, admin: ActingUser): void {
    for (const { name: developerName, file } of metadataFiles(forceApp, '.flow-meta.xml')) {
        const flow = readMetadataFile(file, 'Flow');
        const MasterLabel = requiredTextOf(flow, 'label');
        const [definition] = store.create('FlowDefinition', [{ DeveloperName: developerName, MasterLabel }], admin);
        const DefinitionId = definition?.success === true ? definition.id : '';
        const [version] = store.create('Flow', [{ MasterLabel, DefinitionId, VersionNumber: FIRST_VERSION }], admin);
        const LatestVersionId = version?.success === true ? version.id : '';
        const ActiveVersionId = requiredTextOf(flow, 'status') === 'Active' ? LatestVersionId : null;
        store.update('FlowDefinition', [{ id: DefinitionId, values: { LatestVersionId, ActiveVersionId } }], admin);
    }
}

function readBundles(forceApp: MetadataFolders): FieldValues[] {
    return metadataFiles(forceApp, '.js-meta.xml').map(({ name: developerName, file }) => {
        const bundle = readMetadataFile(file, 'LightningComponentBundle');
        return {
            DeveloperName: developerName,
            MasterLabel: optionalTextOf(bundle, 'masterLabel') ?? developerName,
            ApiVersion: Number(requiredTextOf(bundle, 'apiVersion')),
            IsExposed: optionalTextOf(bundle, 'isExposed') === 'true'
        };
    });
}
