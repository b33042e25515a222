import { createHash } from 'node:crypto';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/schema.ts';
import { objectInfoDataType } from './dataTypes.ts';
import { MASTER_RECORD_TYPE } from './recordRepresentation.ts';

/** An object as the UI API's object info describes it. */
export function representObject(schema: OrgSchema, object: ObjectSchema): Record<string, unknown> {
    const fields = [...object.fields.values()].map((field) => [field.name, representField(schema, field)] as const);
    const info = {
        apiName: object.name,
        associateEntityType: null,
        associateParentEntity: null,
        childRelationships: object.children.map((child) => ({
            childObjectApiName: child.childObject,
            fieldName: child.field,
            junctionIdListNames: [],
            junctionReferenceTo: [],
            relationshipName: child.name
        })),
        compactLayoutable: true,
        createable: true,
        custom: object.custom,
        defaultRecordTypeId: MASTER_RECORD_TYPE,
        deletable: true,
        dependentFields: {},
        feedEnabled: false,
        fields: Object.fromEntries(fields),
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.pluralLabel,
        layoutable: true,
        mruEnabled: false,
        nameFields: nameFieldsOf(object),
        queryable: true,
        recordTypeInfos: {
            [MASTER_RECORD_TYPE]: {
                available: true,
                defaultRecordTypeMapping: true,
                master: true,
                name: 'Master',
                recordTypeId: MASTER_RECORD_TYPE
            }
        },
        searchable: false,
        themeInfo: null,
        updateable: true
    };
    return { ...info, eTag: eTagOf(info) };
}

/** Values of one picklist field. */
export function representPicklist(object: ObjectSchema, field: FieldSchema, url: string): Record<string, unknown> {
    const values = (field.picklist?.values ?? []).map((value) => ({
        attributes: null,
        label: value.label,
        validFor: [],
        value: value.value
    }));
    const chosen = field.picklist?.values.findIndex((value) => value.isDefault) ?? -1;
    return {
        controllerValues: {},
        defaultValue: values[chosen] ?? null,
        eTag: eTagOf([object.name, field.name, values]),
        url,
        values
    };
}

export function eTagOf(content: unknown): string {
    return createHash('md5').update(JSON.stringify(content)).digest('hex');
}

function representField(schema: OrgSchema, field: FieldSchema): Record<string, unknown> {
    const numeric = field.type === 'Number' || field.type === 'Currency' || field.type === 'Percent';
    const filterable = field.type !== 'LongTextArea' && field.type !== 'Html';
    return {
        apiName: field.name,
        calculated: field.formula !== undefined,
        compound: field.joins !== undefined,
        compoundComponentName: field.partOf === undefined ? null : field.name,
        compoundFieldName: field.partOf ?? null,
        controllerName: null,
        controllingFields: [],
        createable: field.createable,
        custom: field.custom,
        dataType: objectInfoDataType(field),
        digits: 0,
        externalId: field.externalId,
        extraTypeInfo: field.joins === undefined ? null : 'PersonName',
        filterable,
        filteredLookupInfo: null,
        highScaleNumber: false,
        htmlFormatted: field.type === 'Html',
        inlineHelpText: field.helpText ?? null,
        label: field.label,
        length: field.lookup ? 18 : (field.length ?? 0),
        maskType: null,
        nameField: field.nameField,
        polymorphicForeignKey: (field.lookup?.objects.length ?? 0) > 1,
        precision: numeric ? (field.precision ?? 18) : 0,
        reference: field.lookup !== undefined,
        referenceTargetField: null,
        referenceToInfos: (field.lookup?.objects ?? []).map((name) => {
            const target = schema.objects.get(name);
            return { apiName: name, nameFields: target ? nameFieldsOf(target) : [] };
        }),
        relationshipName: field.lookup?.relationshipName ?? null,
        required: field.required,
        scale: numeric ? (field.scale ?? 0) : 0,
        searchPrefilterable: false,
        sortable: filterable,
        unique: field.unique,
        updateable: field.updateable
    };
}

function nameFieldsOf(object: ObjectSchema): string[] {
    const parts = [...object.fields.values()].filter((field) => field.partOf === object.nameField);
    return [...parts.map((field) => field.name), object.nameField];
}
