import {
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    Kind
} from 'graphql';
import type {
    GraphQLFieldConfig,
    GraphQLFieldConfigMap,
    GraphQLOutputType,
    GraphQLResolveInfo,
    SelectionSetNode
} from 'graphql';
import { aggregateFunction, foldCase, isFitFor } from '../query/aggregates.ts';
import type { FieldValue, OrgRecord } from '../records.ts';
import { isGroupable } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema, ObjectSchema } from '../../metadata/objects/schema.ts';
import { QueryError } from '../store/queryError.ts';
import { graphqlDataType } from '../ui/dataTypes.ts';
import { displayValue } from '../ui/displayValue.ts';
import type { Connection } from './connections.ts';
import { pageOf } from './connections.ts';
import type { GraphqlContext } from './graphqlContext.ts';
import { scalars } from './scalars.ts';

/** Rows that have the grouped fields in common. */
export interface Group {
    readonly rows: readonly OrgRecord[];
    readonly groupedBy: ReadonlySet<string>;
}

const GroupByClause = new GraphQLInputObjectType({
    name: 'GroupByClause',
    fields: { group: { type: GraphQLBoolean } }
});

/** `Contact_GroupBy`: the fields that may be grouped by. Functions of dates, parents and subtotals it has not. */
export function groupByType(object: ObjectSchema): GraphQLInputObjectType {
    return new GraphQLInputObjectType({
        name: `${object.name}_GroupBy`,
        fields: () =>
            Object.fromEntries(
                [...object.fields.values()]
                    .filter((field) => isGroupable(field) && field.formula === undefined)
                    .map((field) => [field.name, { type: GroupByClause }])
            )
    });
}

/** A page of the groups; `find` is told which fields it has to read. */
export function groupsOf(
    find: (fields: readonly string[]) => readonly OrgRecord[],
    args: Readonly<Record<string, unknown>>,
    info: GraphQLResolveInfo
): Connection<Group> {
    const { size, start } = pageOf(args['first'], args['after']);
    const groupBy = groupedFields(args['groupBy']);
    const groups = groupRows(find([...groupBy, ...namesIn(info)]), groupBy);
    return {
        rows: groups.slice(start, start + size),
        start,
        hasNextPage: groups.length > start + size,
        total: () => groups.length
    };
}

function groupedFields(groupBy: unknown): string[] {
    return Object.entries(groupBy ?? {}).flatMap(([name, clause]: [string, unknown]) =>
        typeof clause === 'object' && clause !== null && 'group' in clause && clause.group === true ? [name] : []
    );
}

/** The groups in the order of their first rows; without grouping all rows are one. */
function groupRows(rows: readonly OrgRecord[], fields: readonly string[]): Group[] {
    const groupedBy = new Set(fields);
    const groups = Map.groupBy(rows, (row) => JSON.stringify(fields.map((field) => foldCase(row[field] ?? null))));
    return fields.length === 0 ? [{ rows, groupedBy }] : [...groups.values()].map((one) => ({ rows: one, groupedBy }));
}

/** Every name below a field of the document: what is not named need not be read. */
function namesIn({ fieldNodes, fragments }: GraphQLResolveInfo): string[] {
    const names = new Set<string>();
    const walk = (selections: SelectionSetNode | undefined): void => {
        for (const selection of selections?.selections ?? []) {
            if (selection.kind === Kind.FRAGMENT_SPREAD) {
                walk(fragments[selection.name.value]?.selectionSet);
            } else {
                if (selection.kind === Kind.FIELD) {
                    names.add(selection.name.value);
                }
                walk(selection.selectionSet);
            }
        }
    };
    fieldNodes.forEach(({ selectionSet }) => walk(selectionSet));
    return [...names];
}

/** `ContactResult`: the node of a group, with `aggregate` and every field in it. */
export function groupType(object: ObjectSchema): GraphQLObjectType<Group, GraphqlContext> {
    const aggregate = new GraphQLObjectType<Group, GraphqlContext>({
        name: `${object.name}Aggregate`,
        fields: () =>
            Object.fromEntries(
                [...object.fields.values()].map((field) => [
                    field.name,
                    { type: fieldType(object, field), resolve: (group: Group) => group }
                ])
            )
    });
    return new GraphQLObjectType<Group, GraphqlContext>({
        name: `${object.name}Result`,
        fields: { aggregate: { type: new GraphQLNonNull(aggregate), resolve: (group) => group } }
    });
}

type GroupField = GraphQLFieldConfig<Group, GraphqlContext>;

const COUNTS = ['count', 'countDistinct'];
const FUNCTIONS = ['sum', 'avg', 'min', 'max', ...COUNTS];
const SOQL_NAMES: Readonly<Record<string, string>> = { countDistinct: 'COUNT_DISTINCT' };

function fieldType(object: ObjectSchema, field: FieldSchema): GraphQLObjectType<Group, GraphqlContext> {
    const own = scalars[graphqlDataType(field)];
    const functions = FUNCTIONS.map((name) => ({ name, soql: SOQL_NAMES[name] ?? name.toUpperCase() })).filter(
        ({ soql }) => isFitFor(soql, field)
    );
    const fields: GraphQLFieldConfigMap<Group, GraphqlContext> = {
        value: { type: own, resolve: (group) => groupedValue(group, field) },
        displayValue: {
            type: GraphQLString,
            resolve: (group, _arguments, { locale }) => displayValue(field, groupedValue(group, field), locale)
        }
    };
    for (const { name, soql } of functions) {
        const type = COUNTS.includes(name) ? GraphQLInt : name === 'avg' ? GraphQLFloat : own;
        fields[name] = functionField(`${object.name}_${field.name}_${name}`, type, (rows) => {
            const values = rows.map((row) => row[field.name] ?? null).filter((value) => value !== null);
            return aggregateFunction(soql)(values);
        });
    }
    return new GraphQLObjectType({ name: `${object.name}_${field.name}_Aggregate`, fields });
}

function functionField(
    name: string,
    type: GraphQLOutputType,
    compute: (rows: readonly OrgRecord[]) => FieldValue
): GroupField {
    return {
        type: new GraphQLObjectType({ name, fields: { value: { type } } }),
        resolve: ({ rows }) => ({ value: compute(rows) })
    };
}

/** @throws QueryError for a field by which nobody grouped: its rows may differ */
function groupedValue({ rows, groupedBy }: Group, field: FieldSchema): FieldValue {
    if (!groupedBy.has(field.name)) {
        throw new QueryError('MALFORMED_QUERY', `Field must be grouped or aggregated: ${field.name}`);
    }
    return rows[0]?.[field.name] ?? null;
}
