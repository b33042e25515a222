import type { FieldSchema, FieldType, ObjectSchema, OrgSchema } from '../schema/schema.ts';
import { API_ROOT } from './context.ts';

/** One entry of the global describe. */
export function summarizeObject(object: ObjectSchema): Record<string, unknown> {
    return {
        name: object.name,
        label: object.label,
        labelPlural: object.pluralLabel,
        keyPrefix: object.keyPrefix,
        custom: object.custom,
        createable: true,
        updateable: true,
        deletable: true,
        queryable: true,
        searchable: false,
        urls: {
            sobject: `${API_ROOT}/sobjects/${object.name}`,
            describe: `${API_ROOT}/sobjects/${object.name}/describe`,
            rowTemplate: `${API_ROOT}/sobjects/${object.name}/{ID}`
        }
    };
}

/** The describe of one object, as far as the schema knows it. */
export function describeObject(_schema: OrgSchema, object: ObjectSchema): Record<string, unknown> {
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
        recordTypeInfos: []
    };
}

function describeField(field: FieldSchema): Record<string, unknown> {
    const numeric = isNumeric(field.type);
    return {
        name: field.name,
        label: field.label,
        inlineHelpText: field.helpText ?? null,
        type: describeType(field),
        soapType: soapType(field),
        length: field.lookup ? 18 : (field.length ?? 0),
        precision: numeric ? (field.precision ?? 18) : 0,
        scale: numeric ? (field.scale ?? 0) : 0,
        custom: field.custom,
        nameField: field.nameField,
        autoNumber: field.displayFormat !== undefined,
        calculated: field.formula !== undefined,
        calculatedFormula: field.formula?.expression ?? null,
        nillable: !field.required && field.type !== 'Checkbox',
        defaultedOnCreate:
            field.type === 'Checkbox' || field.name === 'OwnerId' || (field.required && !field.createable),
        defaultValue: field.type === 'Checkbox' ? field.defaultValue === 'true' : null,
        createable: field.createable,
        updateable: field.updateable,
        filterable: field.type !== 'LongTextArea' && field.type !== 'Html',
        sortable: field.type !== 'LongTextArea' && field.type !== 'Html',
        unique: field.unique,
        caseSensitive: field.caseSensitive,
        externalId: field.externalId,
        idLookup: field.externalId || field.type === 'Id',
        compoundFieldName: field.partOf ?? null,
        restrictedPicklist: field.picklist?.restricted ?? false,
        picklistValues: (field.picklist?.values ?? []).map((value) => ({
            active: true,
            defaultValue: value.isDefault,
            label: value.label,
            validFor: null,
            value: value.value
        })),
        referenceTo: field.lookup?.objects ?? [],
        relationshipName: field.lookup?.relationshipName ?? null,
        polymorphicForeignKey: (field.lookup?.objects.length ?? 0) > 1
    };
}

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

/** The field's type as describe calls and the UI API name it, in lower case. */
export function describeType(field: FieldSchema): string {
    return describeTypes[field.type];
}

function soapType(field: FieldSchema): string {
    if (isNumeric(field.type)) {
        return 'xsd:double';
    }
    switch (field.type) {
        case 'Id':
        case 'Lookup':
        case 'MasterDetail':
            return 'tns:ID';
        case 'Checkbox':
            return 'xsd:boolean';
        case 'Date':
            return 'xsd:date';
        case 'DateTime':
            return 'xsd:dateTime';
        default:
            return 'xsd:string';
    }
}

function isNumeric(type: FieldType): boolean {
    return type === 'Number' || type === 'Currency' || type === 'Percent';
}
