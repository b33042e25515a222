import type { FieldKind } from '../../metadata/objects/fieldKind.ts';
import { isGroupable, isLongText, kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema, FieldType, ObjectSchema } from '../../metadata/objects/schema.ts';
import { API_ROOT } from './context.ts';

/** One entry of the global describe. */
export function summarizeObject(object: ObjectSchema): Record<string, unknown> {
    return {
        name: object.name,
        label: object.label,
        labelPlural: object.pluralLabel,
        keyPrefix: object.keyPrefix,
        custom: object.custom,
        createable: object.access.create,
        updateable: object.access.edit,
        deletable: object.access.delete,
        queryable: true,
        searchable: false,
        urls: {
            sobject: `${API_ROOT}/sobjects/${object.name}`,
            describe: `${API_ROOT}/sobjects/${object.name}/describe`,
            rowTemplate: `${API_ROOT}/sobjects/${object.name}/{ID}`
        }
    };
}

/** The record type that every object of every org has. */
const masterRecordType = {
    active: true,
    available: true,
    defaultRecordTypeMapping: true,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: '012000000000000AAA'
};

/** The describe of one object, as far as the schema knows it. */
export function describeObject(object: ObjectSchema): Record<string, unknown> {
    return {
        ...summarizeObject(object),
        fields: [...object.fields.values()].map(describeField),
        childRelationships: object.children.map((child) => ({
            childSObject: child.childObject,
            field: child.field,
            relationshipName: child.name,
            cascadeDelete: child.onDelete === 'Cascade',
            restrictedDelete: child.onDelete === 'Restrict'
        })),
        recordTypeInfos: [masterRecordType]
    };
}

function describeField(field: FieldSchema): Record<string, unknown> {
    return {
        name: field.name,
        label: field.label,
        inlineHelpText: field.helpText ?? null,
        type: describeType(field),
        soapType: soapTypes[kindOf(field)],
        custom: field.custom,
        nameField: field.nameField,
        autoNumber: field.displayFormat !== undefined,
        calculated: field.formula !== undefined,
        calculatedFormula: field.formula?.expression ?? null,
        createable: field.createable,
        updateable: field.updateable,
        filterable: !isLongText(field),
        groupable: isGroupable(field),
        sortable: !isLongText(field),
        unique: field.unique,
        caseSensitive: field.caseSensitive,
        externalId: field.externalId,
        idLookup: field.externalId || field.type === 'Id',
        compoundFieldName: field.partOf ?? null,
        ...describeBlank(field),
        ...describeSize(field),
        ...describePicklist(field),
        ...describeReference(field)
    };
}

function describeBlank(field: FieldSchema): Record<string, unknown> {
    const checkbox = field.type === 'Checkbox';
    return {
        nillable: !field.required && !checkbox,
        defaultedOnCreate: checkbox || field.name === 'OwnerId' || (field.required && !field.createable),
        defaultValue: checkbox ? field.defaultValue === 'true' : null
    };
}

function describeSize(field: FieldSchema): Record<string, unknown> {
    const numeric = kindOf(field) === 'number';
    return {
        length: field.lookup ? 18 : (field.length ?? 0),
        precision: numeric ? (field.precision ?? 18) : 0,
        scale: numeric ? (field.scale ?? 0) : 0
    };
}

function describePicklist({ picklist }: FieldSchema): Record<string, unknown> {
    return {
        restrictedPicklist: picklist?.restricted ?? false,
        picklistValues: (picklist?.values ?? []).map((value) => ({
            active: true,
            defaultValue: value.isDefault,
            label: value.label,
            validFor: null,
            value: value.value
        }))
    };
}

function describeReference({ lookup }: FieldSchema): Record<string, unknown> {
    return {
        referenceTo: lookup?.objects ?? [],
        relationshipName: lookup?.relationshipName ?? null,
        polymorphicForeignKey: (lookup?.objects.length ?? 0) > 1
    };
}

const soapTypes: Readonly<Record<FieldKind, string>> = {
    text: 'xsd:string',
    number: 'xsd:double',
    checkbox: 'xsd:boolean',
    date: 'xsd:date',
    datetime: 'xsd:dateTime',
    id: 'tns:ID'
};

const describeTypes: Readonly<Record<FieldType, string>> = {
    Id: 'id',
    Text: 'string',
    TextArea: 'textarea',
    LongTextArea: 'textarea',
    Html: 'textarea',
    Phone: 'phone',
    Email: 'email',
    Url: 'url',
    Number: 'double',
    Currency: 'currency',
    Percent: 'percent',
    Checkbox: 'boolean',
    Date: 'date',
    DateTime: 'datetime',
    Picklist: 'picklist',
    MultiselectPicklist: 'multipicklist',
    Lookup: 'reference',
    MasterDetail: 'reference',
    AutoNumber: 'string'
};

/** Field types as describe results and reports name them. */
export function describeType(field: FieldSchema): string {
    return describeTypes[field.type];
}
