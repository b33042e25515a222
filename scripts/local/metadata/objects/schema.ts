/**
 * What the local org knows about its objects. Names are Salesforce API names; lookups by name ignore case,
 * as every Salesforce API does.
 */

import type { LabelTexts } from '../labels.ts';

/** Metadata API field types, plus `Id` for record ids. */
export type FieldType =
    | 'Id'
    | 'Text'
    | 'TextArea'
    | 'LongTextArea'
    | 'Html'
    | 'Phone'
    | 'Email'
    | 'Url'
    | 'Number'
    | 'Currency'
    | 'Percent'
    | 'Checkbox'
    | 'Date'
    | 'DateTime'
    | 'Picklist'
    | 'MultiselectPicklist'
    | 'Lookup'
    | 'MasterDetail'
    | 'AutoNumber';

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
    readonly isDefault: boolean;
}

export interface LookupSchema {
    /** Objects that the id may point to; more than one means a polymorphic lookup such as `OwnerId`. */
    readonly objects: readonly string[];
    /** How a query walks to the parent: `Process__r`, `Account`, `Owner`. */
    readonly relationshipName: string;
    /** How a query walks from the parent to these rows, without `__r`: `ConVox_Calls`, `Contacts`. */
    readonly childRelationshipName: string | undefined;
    readonly onDelete: 'SetNull' | 'Restrict' | 'Cascade';
}

export interface FieldSchema {
    readonly name: string;
    /** Where it is declared; absent for what the platform brings. */
    readonly file: string | undefined;
    readonly label: string;
    readonly helpText: string | undefined;
    readonly type: FieldType;
    readonly custom: boolean;
    readonly required: boolean;
    /** Characters; absent where the type has none. */
    readonly length: number | undefined;
    readonly precision: number | undefined;
    readonly scale: number | undefined;
    readonly unique: boolean;
    readonly caseSensitive: boolean;
    readonly externalId: boolean;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly nameField: boolean;
    readonly picklist: { readonly restricted: boolean; readonly values: readonly PicklistValue[] } | undefined;
    readonly lookup: LookupSchema | undefined;
    /** Display format of an auto-number, for example `CALL-{00000000}`. */
    readonly displayFormat: string | undefined;
    readonly formula: { readonly expression: string; readonly blankAsZero: boolean } | undefined;
    /** A formula, as the metadata has it: `true`, `"Asia/Kolkata"`, `NOW()`. */
    readonly defaultValue: string | undefined;
    /** Set on a compound name: the fields whose non-blank values, joined by a space, make it. */
    readonly joins: readonly string[] | undefined;
    /** The compound field that this one is a part of. */
    readonly partOf: string | undefined;
}

export interface ValidationRule {
    readonly name: string;
    readonly file?: string;
    readonly condition: string;
    readonly message: string;
    /** The field the message is shown at; absent means the top of the page. */
    readonly field: string | undefined;
}

export interface ChildRelationship {
    /** As queries write it: `ConVox_Calls__r`, `Contacts`. */
    readonly name: string;
    readonly childObject: string;
    readonly field: string;
    readonly onDelete: LookupSchema['onDelete'];
}

/** What may be done with the rows of an object. Sharing decides which rows, except for those who view or modify all. */
export interface ObjectAccess {
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
}

/** What everybody may do with rows of others, as the org-wide default says. */
export type SharingModel = 'Private' | 'Read' | 'ReadWrite';

export interface ObjectSchema {
    readonly name: string;
    readonly label: string;
    readonly pluralLabel: string;
    readonly custom: boolean;
    /** First three characters of the object's record ids. */
    readonly keyPrefix: string;
    readonly fields: ReadonlyMap<string, FieldSchema>;
    readonly nameField: string;
    readonly validationRules: readonly ValidationRule[];
    readonly children: readonly ChildRelationship[];
    /** Field names of the assigned compact layout; empty when the object has none of its own. */
    readonly compactLayout: readonly string[];
    /** Everything, except in the view of a user with fewer permissions. */
    readonly access: ObjectAccess;
    readonly sharingModel: SharingModel;
}

export interface OrgSchema {
    readonly objects: ReadonlyMap<string, ObjectSchema>;
    /** Custom labels that formulas may name; absent where formulas are not computed. */
    readonly labels?: ReadonlyMap<string, LabelTexts>;
}

/** Ignores case. */
export function findObject(schema: OrgSchema, name: string): ObjectSchema | undefined {
    return schema.objects.get(name) ?? firstIgnoringCase(schema.objects, name);
}

/** Ignores case. */
export function findField(object: ObjectSchema, name: string): FieldSchema | undefined {
    return object.fields.get(name) ?? firstIgnoringCase(object.fields, name);
}

/** The object whose record ids start as this one does. */
export function objectOfId(schema: OrgSchema, id: string): ObjectSchema | undefined {
    const prefix = id.slice(0, 3);
    return [...schema.objects.values()].find((object) => object.keyPrefix === prefix);
}

/** The lookup field that a query walks by this relationship name. Ignores case. */
export function findRelationship(object: ObjectSchema, relationshipName: string): FieldSchema | undefined {
    const wanted = relationshipName.toLowerCase();
    return [...object.fields.values()].find((field) => field.lookup?.relationshipName.toLowerCase() === wanted);
}

function firstIgnoringCase<Item>(items: ReadonlyMap<string, Item>, name: string): Item | undefined {
    const wanted = name.toLowerCase();
    for (const [key, item] of items) {
        if (key.toLowerCase() === wanted) {
            return item;
        }
    }
    return undefined;
}
