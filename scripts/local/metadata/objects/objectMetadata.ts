import { basename } from 'node:path';
import type { FieldSchema, SharingModel, ValidationRule } from './schema.ts';
import { plainField } from './fieldMetadata.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { MetadataError, booleanOf, readMetadataFile, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import { standardObjects } from './standardObjects.ts';

/** What `force-app` says about one object, all rooms together. */
export interface DeclaredObject {
    readonly label: string | undefined;
    readonly pluralLabel: string | undefined;
    readonly nameField: FieldSchema | undefined;
    readonly fields: readonly FieldSchema[];
    readonly validationRules: readonly ValidationRule[];
    readonly compactLayout: readonly string[];
    readonly sharingModel: SharingModel;
}

interface MetadataFile {
    readonly path: string;
    readonly suffix: string;
}

/** Root elements of the files that say something about data; the ones with '' are only looks. */
const understoodFiles: Readonly<Record<string, string>> = {
    object: 'CustomObject',
    field: 'CustomField',
    validationRule: 'ValidationRule',
    compactLayout: 'CompactLayout',
    listView: '',
    fieldSet: ''
};

/** `field` for `X__c.field-meta.xml`. */
export function findSuffix(path: string): string {
    const suffix = basename(path).replace('-meta.xml', '').split('.').at(-1) ?? '';
    if (!(suffix in understoodFiles)) {
        throw new MetadataError(path, `the local org does not support .${suffix} metadata below objects/`);
    }
    return suffix;
}

export function declareObject(
    name: string,
    files: readonly MetadataFile[],
    readField: (element: XmlElement) => FieldSchema
): DeclaredObject {
    const elements = (suffix: string): XmlElement[] =>
        files
            .filter((file) => file.suffix === suffix)
            .map((file) => readMetadataFile(file.path, understoodFiles[suffix] ?? ''));
    const [object, second] = elements('object');
    if (second) {
        throw new MetadataError(second.file, `${name} is declared in two places`);
    }
    if (!(name in standardObjects) && !name.endsWith('__c')) {
        throw new MetadataError(files[0]?.path ?? name, `the local org does not support the object ${name}`);
    }
    const shared = {
        fields: elements('field').map(readField),
        validationRules: elements('validationRule')
            .filter((rule) => booleanOf(rule, 'active'))
            .map(validationRule)
    };
    if (!object) {
        return {
            ...shared,
            label: undefined,
            pluralLabel: undefined,
            nameField: undefined,
            compactLayout: [],
            sharingModel: 'ReadWrite'
        };
    }
    return {
        ...shared,
        label: optionalTextOf(object, 'label'),
        pluralLabel: optionalTextOf(object, 'pluralLabel'),
        nameField: name in standardObjects ? undefined : nameFieldOf(object),
        compactLayout: assignedLayout(object, elements('compactLayout')),
        sharingModel: sharingModelOf(object)
    };
}

/** Left out, everybody may read and write, as on the platform. */
function sharingModelOf(object: XmlElement): SharingModel {
    const written = optionalTextOf(object, 'sharingModel') ?? 'ReadWrite';
    const model = sharingModels.find((known) => known === written);
    if (model === undefined) {
        throw new MetadataError(object.file, `the sharing model ${written} is not supported by the local org`);
    }
    return model;
}

const sharingModels: readonly SharingModel[] = ['Private', 'Read', 'ReadWrite'];

function nameFieldOf(object: XmlElement): FieldSchema {
    const [element] = childrenOf(object, 'nameField');
    if (!element) {
        throw new MetadataError(object.file, 'a custom object needs <nameField>');
    }
    const type = requiredTextOf(element, 'type');
    const shared = { ...plainField, name: 'Name', label: requiredTextOf(element, 'label'), nameField: true };
    if (type === 'AutoNumber') {
        const displayFormat = requiredTextOf(element, 'displayFormat');
        return { ...shared, type, length: 80, displayFormat, createable: false, updateable: false };
    }
    if (type === 'Text') {
        // The platform fills a blank text name with the record's id, so it is not required over the API.
        return { ...shared, type, length: 80 };
    }
    throw new MetadataError(object.file, `a name field cannot be of type ${type}`);
}

function validationRule(element: XmlElement): ValidationRule {
    return {
        name: requiredTextOf(element, 'fullName'),
        condition: requiredTextOf(element, 'errorConditionFormula'),
        message: requiredTextOf(element, 'errorMessage'),
        field: optionalTextOf(element, 'errorDisplayField')
    };
}

function assignedLayout(object: XmlElement, layouts: readonly XmlElement[]): string[] {
    const assigned = optionalTextOf(object, 'compactLayoutAssignment');
    if (assigned === undefined || assigned === 'SYSTEM') {
        return [];
    }
    const layout = layouts.find((candidate) => requiredTextOf(candidate, 'fullName') === assigned);
    if (!layout) {
        throw new MetadataError(object.file, `<compactLayoutAssignment> names ${assigned}, which does not exist`);
    }
    return childrenOf(layout, 'fields').map((element) => element.text);
}
