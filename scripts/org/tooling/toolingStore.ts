import type { ActingUser, FieldValues, SaveTriggers } from '../records.ts';
import type { MetadataFolders } from '../schema/metadataFiles.ts';
import { metadataFiles } from '../schema/metadataFiles.ts';
import { readMetadataFile, requiredTextOf, textOf } from '../schema/metadataXml.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/schema.ts';
import { field, systemFields, text } from '../schema/standardFields.ts';
import { openDatabase } from '../store/database.ts';
import { makeRecordId } from '../store/recordIds.ts';
import type { Store } from '../store/store.ts';
import { createStore } from '../store/store.ts';

/** The metadata that the org holds, as rows that the Tooling API is asked for. */
export interface ToolingStore {
    readonly schema: OrgSchema;
    readonly store: Store;
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
    afterCommit: () => undefined
};

/** Reads what `force-app` deploys into a database of its own, which is made anew at every start. */
export function createToolingStore(forceApp: MetadataFolders, admin: ActingUser, clock: () => Date): ToolingStore {
    const objects = Object.entries(toolingObjects).map(
        ([object, [keyPrefix, fields]]) => [object, objectSchema(object, keyPrefix, fields)] as const
    );
    const schema: OrgSchema = { objects: new Map(objects) };
    const database = openDatabase(':memory:');
    const store = createStore({ database, schema, clock, triggers: () => noTriggers });
    store.create('FlowDefinition', readFlowDefinitions(forceApp), admin);
    store.create('LightningComponentBundle', readBundles(forceApp), admin);
    return { schema, store, close: () => database.close() };
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
        nameField: name.name,
        validationRules: [],
        children: [],
        compactLayout: [],
        sharingModel: 'ReadWrite',
        access: { create: true, edit: true, delete: true, viewAll: true, modifyAll: true }
    };
}

function readFlowDefinitions(forceApp: MetadataFolders): FieldValues[] {
    return metadataFiles(forceApp, '.flow-meta.xml').map(({ name: developerName, file }, index) => {
        const flow = readMetadataFile(file, 'Flow');
        const version = makeRecordId('301', index + 1);
        return {
            DeveloperName: developerName,
            MasterLabel: requiredTextOf(flow, 'label'),
            LatestVersionId: version,
            ActiveVersionId: requiredTextOf(flow, 'status') === 'Active' ? version : null
        };
    });
}

function readBundles(forceApp: MetadataFolders): FieldValues[] {
    return metadataFiles(forceApp, '.js-meta.xml').map(({ name: developerName, file }) => {
        const bundle = readMetadataFile(file, 'LightningComponentBundle');
        return {
            DeveloperName: developerName,
            MasterLabel: textOf(bundle, 'masterLabel') ?? developerName,
            ApiVersion: Number(requiredTextOf(bundle, 'apiVersion')),
            IsExposed: textOf(bundle, 'isExposed') === 'true'
        };
    });
}
