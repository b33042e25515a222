import type { FieldSchema, FieldType } from './schema.ts';

/** How values of a field behave, whatever its type is called: how they are stored, compared and written. */
export type FieldKind = 'text' | 'number' | 'checkbox' | 'date' | 'datetime' | 'id';

const kinds: Partial<Record<FieldType, FieldKind>> = {
    Number: 'number',
    Currency: 'number',
    Percent: 'number',
    Checkbox: 'checkbox',
    Date: 'date',
    DateTime: 'datetime',
    Id: 'id',
    Lookup: 'id',
    MasterDetail: 'id'
};

export function kindOf(field: FieldSchema): FieldKind {
    return kinds[field.type] ?? 'text';
}

/** Long text can be read, but no query may filter or sort by it. */
export function isLongText(field: FieldSchema): boolean {
    return field.type === 'LongTextArea' || field.type === 'Html';
}

/**
 * Whether GROUP BY takes the field, as the object reference marks fields with "Group": no long text, no multi-select, no
 * point in time, and no number that may have decimals, which every custom number is.
 */
export function isGroupable(field: FieldSchema): boolean {
    const kind = kindOf(field);
    return !isLongText(field) && field.type !== 'MultiselectPicklist' && kind !== 'datetime' && kind !== 'number';
}
