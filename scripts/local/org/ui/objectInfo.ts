import { createHash } from 'node:crypto';
import { isLongText, kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
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
        createable: object.access.create,
        custom: object.custom,
        defaultRecordTypeId: MASTER_RECORD_TYPE,
        deletable: object.access.delete,
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
        updateable: object.access.edit
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
    return {
        apiName: field.name,
        label: field.label,
        inlineHelpText: field.helpText ?? null,
        dataType: objectInfoDataType(field),
        calculated: field.formula !== undefined,
        controllerName: null,
        controllingFields: [],
        createable: field.createable,
        custom: field.custom,
        externalId: field.externalId,
        filterable: !isLongText(field),
        filteredLookupInfo: null,
        htmlFormatted: field.type === 'Html',
        maskType: null,
        nameField: field.nameField,
        required: field.required,
        searchPrefilterable: false,
        sortable: !isLongText(field),
        unique: field.unique,
        updateable: field.updateable,
        ...compoundProperties(field),
        ...sizeProperties(field),
        ...referenceProperties(schema, field)
    };
}

function compoundProperties(field: FieldSchema): Record<string, unknown> {
    return {
        compound: field.joins !== undefined,
        compoundComponentName: field.partOf === undefined ? null : field.name,
        compoundFieldName: field.partOf ?? null,
        extraTypeInfo: field.joins === undefined ? null : 'PersonName'
    };
}

function sizeProperties(field: FieldSchema): Record<string, unknown> {
    const numeric = kindOf(field) === 'number';
    return {
        digits: 0,
        highScaleNumber: false,
        length: field.lookup ? 18 : (field.length ?? 0),
        precision: numeric ? (field.precision ?? 18) : 0,
        scale: numeric ? (field.scale ?? 0) : 0
    };
}

function referenceProperties(schema: OrgSchema, field: FieldSchema): Record<string, unknown> {
    const targets = field.lookup?.objects ?? [];
    return {
        polymorphicForeignKey: targets.length > 1,
        reference: field.lookup !== undefined,
        referenceTargetField: null,
        referenceToInfos: targets.map((name) => {
            const target = schema.objects.get(name);
            return { apiName: name, nameFields: target ? nameFieldsOf(target) : [] };
        }),
        relationshipName: field.lookup?.relationshipName ?? null
    };
}

function nameFieldsOf(object: ObjectSchema): string[] {
    const parts = [...object.fields.values()].filter((field) => field.partOf === object.nameField);
    return [...parts.map((field) => field.name), object.nameField];
}
