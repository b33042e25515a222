import type { GraphQLResolveInfo, ValueNode } from 'graphql';
import { Kind } from 'graphql';
import type { OrderBy } from '../records.ts';
import type { Input } from './filterConditions.ts';

/**
 * The `orderBy` argument as ordering, the first named field first. GraphQL.js hands input objects over in the order
 * of their type, so the order is taken from the document or from the variable as it was sent.
 */
export function toOrderBy(info: GraphQLResolveInfo): OrderBy[] {
    const argument = info.fieldNodes[0]?.arguments?.find(({ name }) => name.value === 'orderBy');
    return argument ? clauses(rawValue(argument.value, info), '') : [];
}

function clauses(input: unknown, path: string): OrderBy[] {
    return Object.entries(asInput(input)).flatMap(([name, value]): OrderBy[] => {
        const clause = asInput(value);
        const isClause = Object.keys(clause).every((key) => key === 'order' || key === 'nulls');
        if (!isClause) {
            return clauses(clause, `${path}${name}.`);
        }
        return [{ field: path + name, descending: clause['order'] === 'DESC', nullsLast: clause['nulls'] === 'LAST' }];
    });
}

function rawValue(node: ValueNode, info: GraphQLResolveInfo): unknown {
    if (node.kind === Kind.VARIABLE) {
        const { sources, coerced } = info.variableValues;
        return sources[node.name.value]?.value ?? coerced[node.name.value];
    }
    if (node.kind === Kind.OBJECT) {
        return Object.fromEntries(node.fields.map((field) => [field.name.value, rawValue(field.value, info)]));
    }
    return node.kind === Kind.ENUM ? node.value : null;
}

function asInput(value: unknown): Input {
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
