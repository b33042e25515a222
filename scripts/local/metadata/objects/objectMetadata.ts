import type { FieldSchema, SharingModel, ValidationRule } from './schema.ts';
import { plainField } from './fieldMetadata.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import type { Refuse } from '../readMetadata.ts';
import { MetadataError, booleanOf, optionalTextOf, readEach, requiredTextOf } from '../readMetadata.ts';
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

/** @param parts root elements of the object's files */
export function declareObject(
    name: string,
    parts: readonly XmlElement[],
    readField: (element: XmlElement) => FieldSchema,
    refuse: Refuse
): DeclaredObject {
    const elements = (root: string): XmlElement[] => parts.filter((part) => part.name === root);
    const [object, second] = elements('CustomObject');
    if (second) {
        throw new MetadataError(second, `${name} is declared in two places`);
    }
    if (!(name in standardObjects) && !name.endsWith('__c')) {
        throw new MetadataError(parts[0] ?? name, `the local org does not support the object ${name}`);
    }
    const rules = elements('ValidationRule').filter((rule) => booleanOf(rule, 'active'));
    const shared = {
        fields: readEach(elements('CustomField'), readField, refuse),
        validationRules: readEach(rules, validationRule, refuse)
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
        compactLayout: assignedLayout(object, elements('CompactLayout'), refuse),
        sharingModel: sharingModelOf(object, refuse)
    };
}

/** Left out, everybody may read and write, as on the platform. */
function sharingModelOf(object: XmlElement, refuse: Refuse): SharingModel {
    const written = optionalTextOf(object, 'sharingModel') ?? 'ReadWrite';
    const model = sharingModels.find((known) => known === written);
    if (model === undefined) {
        refuse(new MetadataError(object, `the sharing model ${written} is not supported by the local org`));
    }
    return model ?? 'ReadWrite';
}

const sharingModels: readonly SharingModel[] = ['Private', 'Read', 'ReadWrite'];

function nameFieldOf(object: XmlElement): FieldSchema {
    const [element] = childrenOf(object, 'nameField');
    if (!element) {
        throw new MetadataError(object, 'a custom object needs <nameField>');
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
    throw new MetadataError(object, `a name field cannot be of type ${type}`);
}

function validationRule(element: XmlElement): ValidationRule {
    return {
        name: requiredTextOf(element, 'fullName'),
        file: element.file,
        condition: requiredTextOf(element, 'errorConditionFormula'),
        message: requiredTextOf(element, 'errorMessage'),
        field: optionalTextOf(element, 'errorDisplayField')
    };
}

function assignedLayout(object: XmlElement, layouts: readonly XmlElement[], refuse: Refuse): string[] {
    const assigned = optionalTextOf(object, 'compactLayoutAssignment');
    if (assigned === undefined || assigned === 'SYSTEM') {
        return [];
    }
    const layout = layouts.find((candidate) => requiredTextOf(candidate, 'fullName') === assigned);
    if (!layout) {
        refuse(new MetadataError(object, `There is no compact layout ${assigned}`));
    }
    return layout ? childrenOf(layout, 'fields').map((element) => element.text) : [];
}
