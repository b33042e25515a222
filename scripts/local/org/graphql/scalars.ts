import { GraphQLBoolean, GraphQLID, GraphQLObjectType, GraphQLScalarType, GraphQLString, Kind } from 'graphql';
import type { GraphQLFieldConfig } from 'graphql';
import type { FieldValue } from '../records.ts';
import type { UiDataType } from '../ui/dataTypes.ts';

/** What a field of a record resolves to. */
export interface ResolvedField {
    readonly value: FieldValue;
    readonly displayValue: string | null;
}

function textScalar(name: string): GraphQLScalarType<string, FieldValue> {
    return new GraphQLScalarType<string, FieldValue>({
        name,
        coerceOutputValue: (value) => (typeof value === 'string' ? value : String(value)),
        coerceInputValue: (value) => {
            if (typeof value !== 'string') {
                throw new TypeError(`${name} cannot represent a value that is not text: ${JSON.stringify(value)}`);
            }
            return value;
        },
        coerceInputLiteral: (node) => (node.kind === Kind.STRING ? node.value : undefined)
    });
}

function numberScalar(name: string): GraphQLScalarType<number, FieldValue> {
    return new GraphQLScalarType<number, FieldValue>({
        name,
        coerceOutputValue: Number,
        coerceInputValue: (value) => {
            if (typeof value !== 'number') {
                throw new TypeError(`${name} cannot represent a value that is not a number: ${JSON.stringify(value)}`);
            }
            return value;
        },
        coerceInputLiteral: (node) =>
            node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : undefined
    });
}

/** The scalar of each field type, named as in Salesforce's GraphQL schema. */
export const scalars: Readonly<Record<UiDataType, GraphQLScalarType>> = {
    String: GraphQLString,
    ID: GraphQLID,
    Boolean: GraphQLBoolean,
    TextArea: textScalar('TextArea'),
    LongTextArea: textScalar('LongTextArea'),
    PhoneNumber: textScalar('PhoneNumber'),
    Email: textScalar('Email'),
    Url: textScalar('Url'),
    Picklist: textScalar('Picklist'),
    MultiPicklist: textScalar('MultiPicklist'),
    Date: textScalar('Date'),
    DateTime: textScalar('DateTime'),
    Double: numberScalar('Double'),
    Currency: numberScalar('Currency'),
    Percent: numberScalar('Percent')
};

function valueType(type: UiDataType): GraphQLObjectType<ResolvedField> {
    const fields: Record<string, GraphQLFieldConfig<ResolvedField, unknown>> = {
        value: { type: scalars[type] },
        displayValue: { type: GraphQLString }
    };
    if (type === 'Picklist' || type === 'MultiPicklist') {
        fields['label'] = { type: GraphQLString, resolve: (source) => source.displayValue };
    }
    return new GraphQLObjectType<ResolvedField>({ name: `${type}Value`, fields });
}

/** `StringValue`, `PicklistValue` ...: what the fields of a node are. */
export const valueTypes: Readonly<Record<UiDataType, GraphQLObjectType<ResolvedField>>> = {
    String: valueType('String'),
    ID: valueType('ID'),
    Boolean: valueType('Boolean'),
    TextArea: valueType('TextArea'),
    LongTextArea: valueType('LongTextArea'),
    PhoneNumber: valueType('PhoneNumber'),
    Email: valueType('Email'),
    Url: valueType('Url'),
    Picklist: valueType('Picklist'),
    MultiPicklist: valueType('MultiPicklist'),
    Date: valueType('Date'),
    DateTime: valueType('DateTime'),
    Double: valueType('Double'),
    Currency: valueType('Currency'),
    Percent: valueType('Percent')
};
