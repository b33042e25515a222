import type { FieldType } from '../objects/schema.ts';
import type { FormulaDataType } from './types.ts';

const TYPES: Record<FieldType, FormulaDataType> = {
    Id: 'text',
    Text: 'text',
    TextArea: 'text',
    LongTextArea: 'text',
    Html: 'text',
    Phone: 'text',
    Email: 'text',
    Url: 'text',
    Number: 'number',
    Currency: 'number',
    Percent: 'number',
    Checkbox: 'checkbox',
    Date: 'date',
    DateTime: 'datetime',
    Picklist: 'picklist',
    MultiselectPicklist: 'multipicklist',
    Lookup: 'text',
    MasterDetail: 'text',
    AutoNumber: 'text'
};

/** The type that formulas see in a field. */
export function formulaTypeOfField(type: FieldType): FormulaDataType {
    return TYPES[type];
}
