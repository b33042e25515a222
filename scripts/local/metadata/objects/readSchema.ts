import { sep } from 'node:path';
import type { ChildRelationship, FieldSchema, ObjectAccess, ObjectSchema, OrgSchema, PicklistValue } from './schema.ts';
import { readField, readPicklistValues } from './fieldMetadata.ts';
import type { DeclaredObject } from './objectMetadata.ts';
import { declareObject, findSuffix } from './objectMetadata.ts';
import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import { MetadataError, readMetadataFile } from '../readMetadata.ts';
import { readLabels } from '../../org/translations/labels.ts';
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
    const declared = readDeclarations(forceApp, valueSets);
    const names = [...new Set([...Object.keys(standardObjects), ...declared.keys()])];
    const shared = names.filter((name) => hasShares(name, declared.get(name)?.sharingModel));
    const prefixes = assignPrefixes([...names, ...shared.map(shareObjectName)], usedPrefixes);
    const prefixOf = (name: string): string => prefixes.get(name) ?? '';
    const objects = new Map([
        ...names.map((name) => {
            const more = personAccounts ? personFieldsOf(name, declaredFields(declared.get('Contact'))) : [];
            return [name, buildObject(name, declared.get(name), prefixOf(name), more)] as const;
        }),
        ...shared.map((name) => {
            const share = shareObjectName(name);
            return [share, buildShareObject(share, name, prefixOf(share))] as const;
        })
    ]);
    checkReferences(objects);
    const withChildren = [...objects].map(
        ([name, object]) => [name, { ...object, children: childrenOf(name, objects) }] as const
    );
    return { objects: new Map(withChildren), labels: readLabels(forceApp) };
}

function readValueSets(forceApp: MetadataFolders): Map<string, readonly PicklistValue[]> {
    return new Map(
        metadataFiles(forceApp, '.globalValueSet-meta.xml').map(({ name, file }) => [
            name,
            readPicklistValues(readMetadataFile(file, 'GlobalValueSet'), 'customValue')
        ])
    );
}

function readDeclarations(
    forceApp: MetadataFolders,
    valueSets: ReadonlyMap<string, readonly PicklistValue[]>
): Map<string, DeclaredObject> {
    const ofObjects = [forceApp].flat().flatMap((folder) =>
        metadataFiles(folder, '-meta.xml')
            .map(({ file }) => file)
            .filter((file) => file.slice(folder.length).split(sep).includes('objects'))
    );
    return new Map(
        [...Map.groupBy(ofObjects, objectOfFile)].map(([name, paths]) => {
            const parts = paths.map((path) => ({ path, suffix: findSuffix(path) }));
            return [name, declareObject(name, parts, (element) => readField(element, valueSets))];
        })
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
    more: readonly FieldSchema[]
): ObjectSchema {
    const standard = standardObjects[name];
    const fields = fieldsOf(name, standard, declared, more);
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
    more: readonly FieldSchema[]
): ReadonlyMap<string, FieldSchema> {
    const own = [...(standard?.fields ?? []), ...declaredFields(declared), ...more];
    const fields = new Map<string, FieldSchema>();
    for (const field of [...systemFields, ...ownerFields(standard, own), ...own]) {
        if (fields.has(field.name)) {
            throw new MetadataError(name, `field ${field.name} is declared twice`);
        }
        fields.set(field.name, field);
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

function checkReferences(objects: ReadonlyMap<string, ObjectSchema>): void {
    for (const object of objects.values()) {
        for (const field of object.fields.values()) {
            const missing = field.lookup?.objects.find((target) => !objects.has(target));
            if (missing !== undefined) {
                throw new MetadataError(
                    `${object.name}.${field.name}`,
                    `looks up ${missing}, which is not in the local org`
                );
            }
        }
        for (const rule of object.validationRules) {
            if (rule.field !== undefined && !object.fields.has(rule.field)) {
                throw new MetadataError(
                    `${object.name}.${rule.name}`,
                    `shows its error at ${rule.field}, which does not exist`
                );
            }
        }
        const unknown = object.compactLayout.find((name) => !object.fields.has(name));
        if (unknown !== undefined) {
            throw new MetadataError(object.name, `its compact layout names ${unknown}, which does not exist`);
        }
    }
}

function childrenOf(parent: string, objects: ReadonlyMap<string, ObjectSchema>): ChildRelationship[] {
    const children = [...objects.values()].flatMap((object) =>
        [...object.fields.values()].flatMap((field) => childRelationship(parent, object, field))
    );
    const repeated = children.find(
        (child, index) => children.findIndex((other) => other.name === child.name) !== index
    );
    if (repeated) {
        throw new MetadataError(
            `${repeated.childObject}.${repeated.field}`,
            `the child relationship name ${repeated.name} is used twice on ${parent}`
        );
    }
    return children;
}

function childRelationship(parent: string, object: ObjectSchema, field: FieldSchema): ChildRelationship[] {
    const name = field.lookup?.childRelationshipName;
    if (!field.lookup || name === undefined || !field.lookup.objects.includes(parent)) {
        return [];
    }
    return [
        {
            name: field.custom ? `${name}__r` : name,
            childObject: object.name,
            field: field.name,
            onDelete: field.lookup.onDelete
        }
    ];
}
