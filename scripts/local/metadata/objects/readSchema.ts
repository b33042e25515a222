import { sep } from 'node:path';
import type { FieldSchema, ObjectAccess, ObjectSchema, OrgSchema, PicklistValue } from './schema.ts';
import { readField, readPicklistValues } from './fieldMetadata.ts';
import type { DeclaredObject } from './objectMetadata.ts';
import { declareObject } from './objectMetadata.ts';
import { checkReferences, childrenOf } from './objectReferences.ts';
import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { Refuse } from '../readMetadata.ts';
import { MetadataError, readEach, readMetadataFile, stopAtFirst } from '../readMetadata.ts';
import type { XmlElement } from '../xml.ts';
import { readLabels } from '../labels.ts';
import { personFieldsOf } from './personAccounts.ts';
import type { StandardObject } from './standardFields.ts';
import { standardObjects } from './standardObjects.ts';
import { hasShares, shareFields, shareObjectName } from './shareObjects.ts';
import { owner, systemFields } from './standardFields.ts';

/** Key prefixes that a database has already used, by object name. */
export type KeyPrefixes = Readonly<Record<string, string>>;

/**
 * Reads every object, field, picklist, validation rule and compact layout below these folders, whatever the room, and adds them to the standard objects.
 * @throws MetadataError naming the file, for anything the local org would otherwise get wrong silently
 */
export function readSchema(
    forceApp: MetadataFolders,
    usedPrefixes: KeyPrefixes = {},
    { personAccounts } = { personAccounts: false }
): OrgSchema {
    const valueSets = readValueSets(forceApp);
    const schema = schemaOf(readParts(forceApp), { personAccounts, usedPrefixes, valueSets });
    return { ...schema, labels: readLabels(forceApp) };
}

interface SchemaOptions {
    readonly usedPrefixes?: KeyPrefixes;
    readonly personAccounts: boolean;
    /** Global ones, by name. */
    readonly valueSets?: ReadonlyMap<string, readonly PicklistValue[]>;
}

/** @param parts root elements of the files below an object's folder, by object */
export function schemaOf(
    parts: ReadonlyMap<string, readonly XmlElement[]>,
    { personAccounts, usedPrefixes = {}, valueSets = new Map() }: SchemaOptions,
    refuse = stopAtFirst
): OrgSchema {
    const declared = new Map(
        readEach(
            [...parts],
            ([name, elements]) => [
                name,
                declareObject(name, elements, (element) => readField(element, valueSets), refuse)
            ],
            refuse
        )
    );
    const names = [...new Set([...Object.keys(standardObjects), ...declared.keys()])];
    const shared = names.filter((name) => hasShares(name, declared.get(name)?.sharingModel));
    const prefixes = assignPrefixes([...names, ...shared.map(shareObjectName)], usedPrefixes);
    const prefixOf = (name: string): string => prefixes.get(name) ?? '';
    const ofContacts = declaredFields(declared.get('Contact'));
    const objects = new Map([
        ...readEach(
            names,
            (name) => {
                const more = personAccounts ? personFieldsOf(name, ofContacts) : [];
                return [name, buildObject(name, declared.get(name), prefixOf(name), more, refuse)] as const;
            },
            refuse
        ),
        ...shared.map((name) => {
            const share = shareObjectName(name);
            return [share, buildShareObject(share, name, prefixOf(share))] as const;
        })
    ]);
    checkReferences(objects, refuse);
    const withChildren = [...objects].map(
        ([name, object]) => [name, { ...object, children: childrenOf(name, objects, refuse) }] as const
    );
    return { objects: new Map(withChildren) };
}

function readValueSets(forceApp: MetadataFolders): Map<string, readonly PicklistValue[]> {
    return new Map(
        metadataFiles(forceApp, '.globalValueSet-meta.xml').map(({ name, file }) => [
            name,
            readPicklistValues(readMetadataFile(file, 'GlobalValueSet'), 'customValue')
        ])
    );
}

/** Kinds of files that say something about data, with their root elements; the ones with '' are only looks. */
const understoodKinds: Readonly<Record<string, string>> = {
    object: 'CustomObject',
    field: 'CustomField',
    validationRule: 'ValidationRule',
    compactLayout: 'CompactLayout',
    listView: '',
    fieldSet: ''
};

function readParts(forceApp: MetadataFolders): Map<string, XmlElement[]> {
    const files = [forceApp]
        .flat()
        .flatMap((folder) =>
            metadataFiles(folder, '-meta.xml').filter(({ file }) =>
                file.slice(folder.length).split(sep).includes('objects')
            )
        );
    return new Map(
        [...Map.groupBy(files, ({ file }) => objectOfFile(file))].map(([object, ofObject]) => [
            object,
            ofObject.flatMap(({ name, file }) => {
                const kind = name.split('.').at(-1) ?? '';
                const root = understoodKinds[kind];
                if (root === undefined) {
                    throw new MetadataError(file, `the local org does not support .${kind} metadata below objects/`);
                }
                return root === '' ? [] : [readMetadataFile(file, root)];
            })
        ])
    );
}

function objectOfFile(file: string): string {
    const segments = file.split(sep);
    return segments[segments.lastIndexOf('objects') + 1] ?? '';
}

function buildObject(
    name: string,
    declared: DeclaredObject | undefined,
    keyPrefix: string,
    more: readonly FieldSchema[],
    refuse: Refuse
): ObjectSchema {
    const standard = standardObjects[name];
    const fields = fieldsOf(name, standard, declared, more, refuse);
    const nameField = [...fields.values()].find((field) => field.nameField)?.name ?? (standard && 'Id');
    if (nameField === undefined) {
        throw new MetadataError(name, 'the object has no name field: its *.object-meta.xml is missing');
    }
    return {
        name,
        ...labelsOf(name, standard, declared),
        custom: standard === undefined,
        keyPrefix,
        fields,
        nameField,
        children: [],
        access: everyAccess,
        ...declarationsOf(declared)
    };
}

type Declarations = Pick<ObjectSchema, 'validationRules' | 'compactLayout' | 'sharingModel'>;

function declarationsOf(declared: DeclaredObject | undefined): Declarations {
    const { validationRules = [], compactLayout = [], sharingModel = 'ReadWrite' } = declared ?? {};
    return { validationRules, compactLayout, sharingModel };
}

/** Everybody may ask who shares what with whom; only what runs in system context may change it. */
function buildShareObject(name: string, parent: string, keyPrefix: string): ObjectSchema {
    const fields = [...systemFields, ...shareFields(parent)];
    return {
        name,
        label: `Share of ${parent}`,
        pluralLabel: `Shares of ${parent}`,
        custom: false,
        keyPrefix,
        fields: new Map(fields.map((field) => [field.name, field])),
        nameField: 'Id',
        validationRules: [],
        children: [],
        compactLayout: [],
        access: everyAccess,
        sharingModel: 'ReadWrite'
    };
}

const everyAccess: ObjectAccess = { create: true, edit: true, delete: true, viewAll: true, modifyAll: true };

type Labels = Pick<ObjectSchema, 'label' | 'pluralLabel'>;

function labelsOf(name: string, standard: StandardObject | undefined, declared: DeclaredObject | undefined): Labels {
    return {
        label: declared?.label ?? standard?.label ?? name,
        pluralLabel: declared?.pluralLabel ?? standard?.pluralLabel ?? name
    };
}

function fieldsOf(
    name: string,
    standard: StandardObject | undefined,
    declared: DeclaredObject | undefined,
    more: readonly FieldSchema[],
    refuse: Refuse
): ReadonlyMap<string, FieldSchema> {
    const own = [...(standard?.fields ?? []), ...declaredFields(declared), ...more];
    const fields = new Map<string, FieldSchema>();
    for (const field of [...systemFields, ...ownerFields(standard, own), ...own]) {
        if (fields.has(field.name)) {
            refuse(new MetadataError(field.file ?? name, `field ${field.name} is declared twice`));
        } else {
            fields.set(field.name, field);
        }
    }
    return fields;
}

function declaredFields(declared: DeclaredObject | undefined): FieldSchema[] {
    return declared ? [...(declared.nameField ? [declared.nameField] : []), ...declared.fields] : [];
}

/** Details belong to their master's owner; standard objects list their owner themselves. */
function ownerFields(standard: StandardObject | undefined, own: readonly FieldSchema[]): FieldSchema[] {
    return standard || own.some((field) => field.type === 'MasterDetail') ? [] : [owner()];
}

/** Custom objects get a00, a01 ... in order; an object keeps the prefix it once had. */
function assignPrefixes(names: readonly string[], used: KeyPrefixes): Map<string, string> {
    const taken = new Set(Object.values(used));
    let next = 0;
    const free = (): string => {
        for (;;) {
            const prefix = `a${next.toString(36).padStart(2, '0')}`;
            next += 1;
            if (!taken.has(prefix)) {
                return prefix;
            }
        }
    };
    return new Map(names.map((name) => [name, standardObjects[name]?.keyPrefix ?? used[name] ?? free()]));
}
