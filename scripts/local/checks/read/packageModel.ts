import type { FieldSchema } from '../../metadata/objects/schema.ts';
import { hasShares, shareFields, shareObjectName } from '../../metadata/objects/shareObjects.ts';
import { personFieldsOf, personFieldName } from '../../metadata/objects/personAccounts.ts';
import { standardObjects } from '../../metadata/objects/standardObjects.ts';
import type { Component, Project } from './project.ts';
import { componentsOf } from './project.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

export interface FieldFacts {
    readonly name: string;
    /** Metadata API field type; `Id` for record ids. */
    readonly type: string;
    readonly required: boolean;
    readonly isFormula: boolean;
    /** Objects a lookup points to, empty for other fields. */
    readonly referenceTo: readonly string[];
    /** Picklist values by API name. */
    readonly values: readonly string[];
    /** undefined for a field of a standard object that the package did not bring. */
    readonly component: Component | undefined;
}

export interface ObjectFacts {
    readonly name: string;
    readonly fields: ReadonlyMap<string, FieldFacts>;
    readonly component: Component | undefined;
}

/** The objects that the package's metadata can speak of: its own, and the standard ones the local org knows. */
export type PackageModel = ReadonlyMap<string, ObjectFacts>;

const SHARING_MODELS = ['Private', 'Read', 'ReadWrite'] as const;

const SYSTEM_FIELDS = [
    ['Id', 'Id'],
    ['Name', 'Text'],
    ['OwnerId', 'Lookup'],
    ['CreatedById', 'Lookup'],
    ['CreatedDate', 'DateTime'],
    ['LastModifiedById', 'Lookup'],
    ['LastModifiedDate', 'DateTime']
] as const;

const known = new WeakMap<Project, PackageModel>();

/** The model of a project; built once, since many checks ask. */
export function modelOf(project: Project): PackageModel {
    const model = known.get(project) ?? buildModel(project);
    known.set(project, model);
    return model;
}

function buildModel(project: Project): PackageModel {
    const custom = componentsOf(project, 'CustomObject');
    const names = new Set([...Object.keys(standardObjects), ...custom.map(({ name }) => name)]);
    const fields = componentsOf(project, 'CustomField');
    const objects: (readonly [string, ObjectFacts])[] = [...names].map((name) => {
        const own = fields.filter(({ object }) => object === name).map(factsOf);
        const all = [...systemFields(), ...standardFields(name), ...own, ...ofPersons(name, fields)];
        return [
            name,
            objectOf(
                name,
                all,
                custom.find((component) => component.name === name)
            )
        ];
    });
    const shares = custom.filter(keepsShares).map(({ name }) => {
        const share = shareObjectName(name);
        return [
            share,
            objectOf(share, [...systemFields(), ...shareFields(name).map(factsOfSchema)], undefined)
        ] as const;
    });
    return new Map([...objects, ...shares]);
}

function objectOf(name: string, fields: readonly FieldFacts[], component: Component | undefined): ObjectFacts {
    return { name, fields: new Map(fields.map((field) => [field.name, field])), component };
}

function keepsShares({ name, root }: Component): boolean {
    const model = SHARING_MODELS.find((one) => one === textOf(root, 'sharingModel'));
    return hasShares(name, model);
}

/** A field by name, or along one lookup: `Status__c`, `Server__r.Name`, `Owner.Name`. */
export function fieldAt(model: PackageModel, object: string, path: string): FieldFacts | undefined {
    const dot = path.indexOf('.');
    const fields = model.get(object)?.fields;
    if (!fields || dot < 0) {
        return fields?.get(path);
    }
    const relationship = path.slice(0, dot);
    const lookup = fields.get(relationship.replace(/__r$/, '__c')) ?? fields.get(`${relationship}Id`);
    const parent = lookup?.referenceTo.includes('User') ? 'User' : lookup?.referenceTo[0];
    return parent === undefined ? undefined : fieldAt(model, parent, path.slice(dot + 1));
}

function factsOf(component: Component): FieldFacts {
    const { root, name } = component;
    const values = [...everyElement(root)].filter((element) => element.name === 'value' && element.children.length > 0);
    return {
        name,
        type: textOf(root, 'type'),
        required: textOf(root, 'required') === 'true',
        isFormula: childrenOf(root, 'formula').length > 0,
        referenceTo: childrenOf(root, 'referenceTo').map(({ text }) => text),
        values: values.map((value) => textOf(value, 'fullName')),
        component
    };
}

/** What an org with person accounts has besides; only the part for them may name it. */
function ofPersons(object: string, fields: readonly Component[]): FieldFacts[] {
    const ofContacts = object === 'Account' ? fields.filter((field) => field.object === 'Contact').map(factsOf) : [];
    return [
        ...personFieldsOf(object, []).map(factsOfSchema),
        ...ofContacts.map((own) => ({ ...own, name: personFieldName(own.name), component: undefined }))
    ];
}

function standardFields(object: string): FieldFacts[] {
    return (standardObjects[object]?.fields ?? []).map(factsOfSchema);
}

function factsOfSchema(field: FieldSchema): FieldFacts {
    return {
        name: field.name,
        type: field.type,
        required: field.required,
        isFormula: field.formula !== undefined,
        referenceTo: field.lookup?.objects ?? [],
        values: (field.picklist?.values ?? []).map(({ value }) => value),
        component: undefined
    };
}

function systemFields(): FieldFacts[] {
    return SYSTEM_FIELDS.map(([name, type]) => ({
        name,
        type,
        required: false,
        isFormula: false,
        referenceTo: type === 'Lookup' ? ['User'] : [],
        values: [],
        component: undefined
    }));
}
