import * as z from 'zod/mini';

const ReferenceTo = z.object({ apiName: z.string(), nameFields: z.array(z.string()) });

const Field = z.object({
    apiName: z.string(),
    label: z.string(),
    dataType: z.string(),
    required: z.optional(z.boolean()),
    createable: z.optional(z.boolean()),
    updateable: z.optional(z.boolean()),
    custom: z.optional(z.boolean()),
    calculated: z.optional(z.boolean()),
    compound: z.optional(z.boolean()),
    compoundFieldName: z.optional(z.nullable(z.string())),
    length: z.optional(z.number()),
    scale: z.optional(z.number()),
    relationshipName: z.optional(z.nullable(z.string())),
    referenceToInfos: z.optional(z.array(ReferenceTo)),
    inlineHelpText: z.optional(z.nullable(z.string()))
});

const ChildRelationship = z.object({
    childObjectApiName: z.string(),
    fieldName: z.string(),
    relationshipName: z.optional(z.nullable(z.string()))
});

const ObjectInfo = z.object({
    apiName: z.string(),
    label: z.string(),
    labelPlural: z.string(),
    nameFields: z.array(z.string()),
    keyPrefix: z.optional(z.nullable(z.string())),
    defaultRecordTypeId: z.optional(z.nullable(z.string())),
    createable: z.optional(z.boolean()),
    updateable: z.optional(z.boolean()),
    deletable: z.optional(z.boolean()),
    fields: z.record(z.string(), Field),
    childRelationships: z.optional(z.array(ChildRelationship))
});

export type ObjectInfo = z.output<typeof ObjectInfo>;
export type FieldInfo = z.output<typeof Field>;

/** The UI API's description of an object, as far as the console uses it. Throws when it is something else. */
export function readObjectInfo(content: unknown): ObjectInfo {
    return z.parse(ObjectInfo, content);
}

const SYSTEM_FIELDS = new Set([
    'Id',
    'IsDeleted',
    'SystemModstamp',
    'LastViewedDate',
    'LastReferencedDate',
    'LastActivityDate',
    'RecordTypeId',
    'MasterRecordId',
    'PhotoUrl',
    'Jigsaw',
    'JigsawContactId',
    'JigsawCompanyId',
    'CleanStatus'
]);

const OWNERSHIP = ['OwnerId', 'CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];

/** The single field that names a record: `Name`, or `CaseNumber` and the like. */
export function nameFieldOf({ nameFields, fields }: ObjectInfo): string {
    return nameFields.find((name) => name === 'Name') ?? (fields['Name'] ? 'Name' : (nameFields[0] ?? 'Id'));
}

export interface FieldSection {
    readonly label: string;
    readonly columns: readonly (readonly string[])[];
}

function inTwoColumns(fields: readonly string[]): string[][] {
    const half = Math.ceil(fields.length / 2);
    return [fields.slice(0, half), fields.slice(half)];
}

/** Sections for an object without a page layout: all its fields, whole names instead of their parts. */
export function sectionsOfAllFields({ fields }: ObjectInfo): FieldSection[] {
    const shown = Object.values(fields)
        .filter(
            ({ apiName, compoundFieldName }) =>
                !SYSTEM_FIELDS.has(apiName) &&
                !isCustom(apiName) &&
                (!compoundFieldName || compoundFieldName === apiName)
        )
        .map(({ apiName }) => apiName);
    const ownership = OWNERSHIP.filter((name) => shown.includes(name));
    return [
        { label: 'Information', columns: inTwoColumns(shown.filter((name) => !ownership.includes(name))) },
        { label: 'System Information', columns: inTwoColumns(ownership) }
    ].filter(({ columns }) => columns.flat().length > 0);
}

/** A package's field on a standard object stands on no layout until an administrator puts it there. */
function isCustom(field: string): boolean {
    return field.endsWith('__c');
}

/** The parts of a compound field, or the field itself: what a form asks for. */
export function editableParts({ fields }: ObjectInfo, field: string): FieldInfo[] {
    const parts = Object.values(fields).filter(
        ({ compoundFieldName, apiName }) => compoundFieldName === field && apiName !== field
    );
    const own = fields[field];
    return parts.length > 0 ? parts : own ? [own] : [];
}

/** Names to ask the UI API for, so that a field can be shown: a lookup needs the name of what it points to. */
export function pathsFor(info: ObjectInfo, field: string): string[] {
    const { relationshipName, referenceToInfos = [] } = info.fields[field] ?? {};
    const nameField =
        referenceToInfos[0]?.nameFields.find((name) => name === 'Name') ?? referenceToInfos[0]?.nameFields[0] ?? 'Name';
    return [
        `${info.apiName}.${field}`,
        ...(relationshipName ? [`${info.apiName}.${relationshipName}.${nameField}`] : [])
    ];
}
