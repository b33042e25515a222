import type { Condition, ConditionOperator, FieldValue } from '../records.ts';
import type { ConditionLogic } from '../../metadata/conditionLogic.ts';
import { parseConditionLogic } from '../../metadata/conditionLogic.ts';
import type { FilterSet, RecordFilter } from '../../metadata/flows/valueSources.ts';
import { ElementFault } from './failures.ts';
import type { FlowValue } from './flowValue.ts';
import type { Interview } from './interview.ts';
import { sourceScalar, sourceValue } from './reference.ts';

const OPERATORS: Readonly<Record<string, ConditionOperator>> = {
    EqualTo: 'eq',
    NotEqualTo: 'ne',
    GreaterThan: 'gt',
    GreaterThanOrEqualTo: 'gte',
    LessThan: 'lt',
    LessThanOrEqualTo: 'lte',
    StartsWith: 'startsWith',
    EndsWith: 'endsWith',
    Contains: 'contains',
    In: 'in',
    NotIn: 'nin'
};

/** Operators of record filters that the local org runs. */
export const FILTER_OPERATORS: readonly string[] = [...Object.keys(OPERATORS), 'IsNull'];

function listed(value: FlowValue): FieldValue[] {
    const items = value.kind === 'collection' ? value.items : [value];
    return items.map((item) => {
        if (item.kind !== 'scalar') {
            throw new ElementFault('In and NotIn need a collection of single values.');
        }
        return item.value.value;
    });
}

function condition(interview: Interview, { field, operator, value }: RecordFilter): Condition {
    if (operator === 'IsNull') {
        const isNull = sourceScalar(interview, value).value === true;
        return { field, operator: isNull ? 'eq' : 'ne', value: null };
    }
    const storeOperator = OPERATORS[operator];
    if (!storeOperator) {
        throw new ElementFault(`Filter operator ${operator} is not supported by the local org.`);
    }
    if (storeOperator === 'in' || storeOperator === 'nin') {
        return { field, operator: storeOperator, value: listed(sourceValue(interview, value)) };
    }
    return { field, operator: storeOperator, value: sourceScalar(interview, value).value };
}

function combined(logic: ConditionLogic, conditions: readonly Condition[]): Condition {
    switch (logic.kind) {
        case 'condition':
            return conditions[logic.index] ?? { all: [] };
        case 'all':
            return { all: logic.parts.map((part) => combined(part, conditions)) };
        case 'any':
            return { any: logic.parts.map((part) => combined(part, conditions)) };
        case 'not':
            return { not: combined(logic.part, conditions) };
    }
}

/** Filters of a data element as a condition of the store; undefined when there are none. */
export function storeCondition(interview: Interview, { logic, filters }: FilterSet): Condition | undefined {
    if (filters.length === 0) {
        return undefined;
    }
    return combined(
        parseConditionLogic(logic, filters.length),
        filters.map((filter) => condition(interview, filter))
    );
}
