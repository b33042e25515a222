import {
    GraphQLID,
    GraphQLInt,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
    GraphQLUnionType,
    specifiedDirectives
} from 'graphql';
import type { GraphQLFieldConfig, GraphQLResolveInfo } from 'graphql';
import type { Condition, OrgRecord } from '../records.ts';
import type { RelatedValues } from '../query/relatedValues.ts';
import type { ChildRelationship, FieldSchema, ObjectSchema, OrgSchema } from '../schema/schema.ts';
import { objectOfId } from '../schema/schema.ts';
import type { Store } from '../store/store.ts';
import { QueryError } from '../store/queryError.ts';
import { graphqlDataType } from '../ui/dataTypes.ts';
import type { Locale } from '../ui/displayValue.ts';
import { displayValue } from '../ui/displayValue.ts';
import type { Connection } from './connections.ts';
import { connectionType, pageOf } from './connections.ts';
import type { Input } from './filterConditions.ts';
import { toCondition } from './filterConditions.ts';
import { createInputTypes, parentsOf } from './filterTypes.ts';
import { OptionalDirective } from './optionalFields.ts';
import { toOrderBy } from './orderClauses.ts';
import { valueTypes } from './scalars.ts';

/** What the resolvers of one request work with. */
export interface GraphqlContext {
    readonly store: Store;
    readonly related: RelatedValues;
    readonly locale: Locale;
    readonly now: Date;
    /** Object queries run so far; Salesforce allows ten in one request. */
    queries: number;
}

type RecordField = GraphQLFieldConfig<OrgRecord, GraphqlContext>;
type Arguments = Readonly<Record<string, unknown>>;

const MAXIMUM_QUERIES = 10;

/** The `uiapi.query` schema of the org: one connection per object, typed values, parents and child relationships. */
export function buildGraphqlSchema(schema: OrgSchema): GraphQLSchema {
    const inputs = createInputTypes(schema);
    const nodes = new Map<string, GraphQLObjectType>();
    const connections = new Map<string, GraphQLObjectType<Connection>>();
    for (const object of schema.objects.values()) {
        const node = new GraphQLObjectType({ name: object.name, fields: () => nodeFields(object) });
        nodes.set(object.name, node);
        connections.set(object.name, connectionType(node));
    }

    function nodeFields(object: ObjectSchema): Record<string, RecordField> {
        const fields: Record<string, RecordField> = {
            Id: { type: new GraphQLNonNull(GraphQLID) },
            ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
            DisplayValue: { type: GraphQLString, resolve: (record) => record[object.nameField] ?? null }
        };
        for (const field of object.fields.values()) {
            if (field.name !== 'Id') {
                fields[field.name] = valueField(field);
            }
            if (field.lookup && parentsOf(schema, field).length > 0) {
                fields[field.lookup.relationshipName] = parentField(object, field);
            }
        }
        for (const child of object.children) {
            fields[child.name] = childField(child);
        }
        return fields;
    }

    function valueField(field: FieldSchema): RecordField {
        return {
            type: valueTypes[graphqlDataType(field)],
            resolve: (record, _arguments, { locale }) => {
                const value = record[field.name] ?? null;
                return { value, displayValue: displayValue(field, value, locale) };
            }
        };
    }

    function parentField(object: ObjectSchema, field: FieldSchema): RecordField {
        const targets = parentsOf(schema, field);
        const [only] = targets;
        const type = only && targets.length === 1 ? nodes.get(only.name) : unionOf(object, field, targets);
        if (!type) {
            throw new Error(`${object.name}.${field.name} points to no object`);
        }
        return {
            type,
            resolve: (record, _arguments, { related }) => {
                const target = objectOfId(schema, String(record[field.name] ?? ''));
                return target ? (related.parent(field, target, record) ?? null) : null;
            }
        };
    }

    function unionOf(object: ObjectSchema, field: FieldSchema, targets: readonly ObjectSchema[]): GraphQLUnionType {
        return new GraphQLUnionType({
            name: `${object.name}_${field.lookup?.relationshipName}`,
            types: targets.flatMap((target) => nodes.get(target.name) ?? []),
            resolveType: (record: OrgRecord) => objectOfId(schema, String(record['Id']))?.name
        });
    }

    function childField({ childObject, field }: ChildRelationship): RecordField {
        const child = requireObject(childObject);
        return {
            ...connectionField(child),
            resolve: (record, args: Arguments, context, info) =>
                runQuery(child, args, context, info, { field, operator: 'eq', value: String(record['Id']) })
        };
    }

    function connectionField(object: ObjectSchema): Pick<RecordField, 'type' | 'args'> {
        const type = connections.get(object.name);
        if (!type) {
            throw new Error(`${object.name} has no connection type`);
        }
        return {
            type,
            args: {
                first: { type: GraphQLInt },
                after: { type: GraphQLString },
                where: { type: inputs.filter(object) },
                orderBy: { type: inputs.orderBy(object) }
            }
        };
    }

    function runQuery(
        object: ObjectSchema,
        args: Arguments,
        { store, locale, now }: GraphqlContext,
        info: GraphQLResolveInfo,
        scope?: Condition
    ): Connection {
        const asked = isInput(args['where'])
            ? [toCondition(schema, object, args['where'], { now, timeZone: locale.timeZone })]
            : [];
        const where: Condition = { all: [...(scope ? [scope] : []), ...asked] };
        const { size, start } = pageOf(args['first'], args['after']);
        // One row more than asked for tells whether there is a next page without counting.
        const found = store.find({
            object: object.name,
            where,
            orderBy: toOrderBy(info),
            limit: size + 1,
            offset: start
        });
        return {
            rows: found.slice(0, size),
            start,
            hasNextPage: found.length > size,
            total: () => store.count({ object: object.name, where })
        };
    }

    function requireObject(name: string): ObjectSchema {
        const object = schema.objects.get(name);
        if (!object) {
            throw new Error(`The schema has no object ${name}`);
        }
        return object;
    }

    const query = new GraphQLObjectType<unknown, GraphqlContext>({
        name: 'RecordQuery',
        fields: () =>
            Object.fromEntries(
                [...schema.objects.values()].map((object): [string, GraphQLFieldConfig<unknown, GraphqlContext>] => [
                    object.name,
                    {
                        ...connectionField(object),
                        resolve: (_source, args: Arguments, context, info) => {
                            context.queries += 1;
                            if (context.queries > MAXIMUM_QUERIES) {
                                throw new QueryError(
                                    'LIMIT_EXCEEDED',
                                    `A GraphQL request can contain up to ${MAXIMUM_QUERIES} subqueries`
                                );
                            }
                            return runQuery(object, args, context, info);
                        }
                    }
                ])
            )
    });
    const uiapi = new GraphQLObjectType({
        name: 'UIAPI',
        fields: { query: { type: new GraphQLNonNull(query), resolve: () => ({}) } }
    });
    return new GraphQLSchema({
        directives: [...specifiedDirectives, OptionalDirective],
        query: new GraphQLObjectType({
            name: 'Query',
            fields: { uiapi: { type: new GraphQLNonNull(uiapi), resolve: () => ({}) } }
        })
    });
}

function isInput(value: unknown): value is Input {
    return typeof value === 'object' && value !== null;
}
