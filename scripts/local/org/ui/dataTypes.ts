import type { FieldSchema, FieldType } from '../../metadata/objects/schema.ts';

/** Field types as the UI API and GraphQL name them. */
export type UiDataType =
    | 'String'
    | 'TextArea'
    | 'LongTextArea'
    | 'PhoneNumber'
    | 'Email'
    | 'Url'
    | 'Double'
    | 'Currency'
    | 'Percent'
    | 'Boolean'
    | 'Date'
    | 'DateTime'
    | 'Picklist'
    | 'MultiPicklist'
    | 'ID';

const graphqlTypes: Readonly<Record<FieldType, UiDataType>> = {
    Id: 'ID',
    Text: 'String',
    TextArea: 'TextArea',
    LongTextArea: 'LongTextArea',
    Html: 'LongTextArea',
    Phone: 'PhoneNumber',
    Email: 'Email',
    Url: 'Url',
    Number: 'Double',
    Currency: 'Currency',
    Percent: 'Percent',
    Checkbox: 'Boolean',
    Date: 'Date',
    DateTime: 'DateTime',
    Picklist: 'Picklist',
    MultiselectPicklist: 'MultiPicklist',
    Lookup: 'ID',
    MasterDetail: 'ID',
    AutoNumber: 'String'
};

/** Prefix of GraphQL's `...Value` and `...Operators` types. */
export function graphqlDataType(field: FieldSchema): UiDataType {
    return graphqlTypes[field.type];
}

const objectInfoNames: Partial<Record<UiDataType, string>> = {
    ID: 'Reference',
    PhoneNumber: 'Phone',
    LongTextArea: 'TextArea'
};

/** `dataType` of a field in the UI API's object info. */
export function objectInfoDataType(field: FieldSchema): string {
    const type = graphqlTypes[field.type];
    return objectInfoNames[type] ?? type;
}
