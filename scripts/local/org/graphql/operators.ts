import { GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, GraphQLList } from 'graphql';
import type { GraphQLInputFieldConfigMap, GraphQLInputType, GraphQLScalarType } from 'graphql';
import type { UiDataType } from '../ui/dataTypes.ts';
import { scalars } from './scalars.ts';

const dateLiterals = [
    'YESTERDAY',
    'TODAY',
    'TOMORROW',
    'LAST_WEEK',
    'THIS_WEEK',
    'NEXT_WEEK',
    'LAST_MONTH',
    'THIS_MONTH',
    'NEXT_MONTH',
    'LAST_YEAR',
    'THIS_YEAR',
    'NEXT_YEAR'
];

const DateLiteral = new GraphQLEnumType({
    name: 'DateLiteral',
    values: Object.fromEntries(dateLiterals.map((literal) => [literal, { value: literal }]))
});

const rangeFields = {
    last_n_days: { type: GraphQLInt },
    next_n_days: { type: GraphQLInt },
    n_days_ago: { type: GraphQLInt }
};

/** Dates compare with a value, a literal such as TODAY, or a range such as `{ last_n_days: 7 }`. */
function dateInput(type: 'Date' | 'DateTime'): GraphQLInputObjectType {
    return new GraphQLInputObjectType({
        name: `${type}Input`,
        fields: {
            value: { type: scalars[type] },
            literal: { type: DateLiteral },
            range: { type: new GraphQLInputObjectType({ name: `${type}Range`, fields: rangeFields }) }
        }
    });
}

type Operand = GraphQLScalarType | GraphQLInputObjectType;

const comparing = ['eq', 'ne', 'lt', 'gt', 'lte', 'gte'] as const;
const listing = ['in', 'nin'] as const;

function operatorsType(name: string, operand: Operand, operators: readonly string[]): GraphQLInputObjectType {
    const fields: GraphQLInputFieldConfigMap = Object.fromEntries(
        operators.map((operator): [string, { type: GraphQLInputType }] => [
            operator,
            { type: operator === 'in' || operator === 'nin' ? new GraphQLList(operand) : operand }
        ])
    );
    return new GraphQLInputObjectType({ name, fields });
}

function textOperators(type: UiDataType): GraphQLInputObjectType {
    return operatorsType(`${type}Operators`, scalars[type], [...comparing, 'like', ...listing]);
}

function numberOperators(type: UiDataType): GraphQLInputObjectType {
    return operatorsType(`${type}Operators`, scalars[type], [...comparing, ...listing]);
}

/** The filter of each field type; long text has none, because it cannot be filtered. */
export const operatorTypes: Readonly<Partial<Record<UiDataType, GraphQLInputObjectType>>> = {
    String: textOperators('String'),
    TextArea: textOperators('TextArea'),
    PhoneNumber: textOperators('PhoneNumber'),
    Email: textOperators('Email'),
    Url: textOperators('Url'),
    Picklist: textOperators('Picklist'),
    MultiPicklist: operatorsType('MultiPicklistOperators', scalars.MultiPicklist, ['eq', 'ne', ...listing]),
    ID: operatorsType('IdOperators', scalars.ID, ['eq', 'ne', ...listing]),
    Boolean: operatorsType('BooleanOperators', scalars.Boolean, ['eq', 'ne']),
    Double: numberOperators('Double'),
    Currency: numberOperators('Currency'),
    Percent: numberOperators('Percent'),
    Date: operatorsType('DateOperators', dateInput('Date'), [...comparing, ...listing]),
    DateTime: operatorsType('DateTimeOperators', dateInput('DateTime'), [...comparing, ...listing])
};

const ResultOrder = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });
const NullOrder = new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } });

export const OrderByClause = new GraphQLInputObjectType({
    name: 'OrderByClause',
    fields: { order: { type: ResultOrder }, nulls: { type: NullOrder } }
});
