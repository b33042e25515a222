import type { FieldSchema, FieldType, LookupSchema } from './schema.ts';
import { plainField } from './fieldMetadata.ts';

/** A standard object as far as this product touches it; custom fields of `force-app` are added to it. */
export interface StandardObject {
    readonly label: string;
    readonly pluralLabel: string;
    readonly keyPrefix: string;
    readonly fields: readonly FieldSchema[];
}

type FieldOptions = Partial<Omit<FieldSchema, 'name' | 'label' | 'type'>>;

/** One standard field, as a line of the standard object table. */
export function field(name: string, label: string, type: FieldType, options: FieldOptions = {}): FieldSchema {
    return { ...plainField, name, label, type, ...options };
}

export function text(name: string, label: string, length: number, options: FieldOptions = {}): FieldSchema {
    return field(name, label, 'Text', { length, ...options });
}

export function phone(name: string, label: string): FieldSchema {
    return field(name, label, 'Phone', { length: 40 });
}

export function email(name: string, label: string, options: FieldOptions = {}): FieldSchema {
    return field(name, label, 'Email', { length: 80, ...options });
}

/** An unrestricted picklist, as standard ones are; the first value marked with `*` is the default. */
export function picklist(
    name: string,
    label: string,
    values: readonly string[],
    options: FieldOptions = {}
): FieldSchema {
    return field(name, label, 'Picklist', {
        length: 255,
        picklist: {
            restricted: false,
            values: values.map((entry) => {
                const value = entry.replace(/^\*/, '');
                return { value, label: value, isDefault: entry.startsWith('*') };
            })
        },
        ...options
    });
}

/** A lookup named `XId` with the relationship `X`. */
export function lookup(
    name: string,
    label: string,
    objects: readonly string[],
    options: Partial<LookupSchema> = {},
    fieldOptions: FieldOptions = {}
): FieldSchema {
    return field(name, label, 'Lookup', {
        lookup: {
            objects,
            relationshipName: name.replace(/Id$/, ''),
            childRelationshipName: undefined,
            onDelete: 'SetNull',
            ...options
        },
        ...fieldOptions
    });
}

/** The read-only full name of a person, made of the first and the last name. */
export function personName(length = 121): readonly FieldSchema[] {
    return [
        text('Name', 'Full Name', length, {
            nameField: true,
            createable: false,
            updateable: false,
            joins: ['FirstName', 'LastName']
        }),
        text('FirstName', 'First Name', 40, { partOf: 'Name' }),
        text('LastName', 'Last Name', 80, { partOf: 'Name', required: true })
    ];
}

/** Street, city, state, postal code and country of one address; `prefix` is '' on Lead. */
export function address(prefix: string, label: string): readonly FieldSchema[] {
    return [
        field(`${prefix}Street`, `${label}Street`, 'TextArea', { length: 255 }),
        text(`${prefix}City`, `${label}City`, 40),
        text(`${prefix}State`, `${label}State/Province`, 80),
        text(`${prefix}PostalCode`, `${label}Zip/Postal Code`, 20),
        text(`${prefix}Country`, `${label}Country`, 80)
    ];
}

const readOnly = { createable: false, updateable: false, required: true } as const;

/** Fields that every object has; the store fills them. */
export const systemFields: readonly FieldSchema[] = [
    field('Id', 'Record ID', 'Id', { ...readOnly, length: 18 }),
    field('IsDeleted', 'Deleted', 'Checkbox', readOnly),
    field('CreatedDate', 'Created Date', 'DateTime', readOnly),
    lookup('CreatedById', 'Created By ID', ['User'], { onDelete: 'Restrict' }, readOnly),
    field('LastModifiedDate', 'Last Modified Date', 'DateTime', readOnly),
    lookup('LastModifiedById', 'Last Modified By ID', ['User'], { onDelete: 'Restrict' }, readOnly),
    field('SystemModstamp', 'System Modstamp', 'DateTime', readOnly)
];

/** Owner of a record; queues may own everything but contacts and accounts. Filled with the acting user when left out. */
export function owner(objects: readonly string[] = ['Group', 'User']): FieldSchema {
    return lookup('OwnerId', 'Owner ID', objects, { onDelete: 'Restrict' });
}
