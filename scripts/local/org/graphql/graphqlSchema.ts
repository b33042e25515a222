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
import type { GraphQLFieldConfig, GraphQLFieldConfigArgumentMap, GraphQLResolveInfo } from 'graphql';
import type { Condition, OrgRecord } from '../records.ts';
import type { ChildRelationship, FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { objectOfId } from '../../metadata/objects/schema.ts';
import { graphqlDataType } from '../ui/dataTypes.ts';
import { displayValue } from '../ui/displayValue.ts';
import { groupByType, groupsOf, groupType } from './aggregateTypes.ts';
import type { Connection } from './connections.ts';
import { connectionType, pageOf } from './connections.ts';
import type { Input } from './filterConditions.ts';
import { toCondition } from './filterConditions.ts';
import { createInputTypes, parentsOf } from './filterTypes.ts';
import { countSubquery } from './graphqlContext.ts';
import type { GraphqlContext } from './graphqlContext.ts';
import { OptionalDirective } from './optionalFields.ts';
import { toOrderBy } from './orderClauses.ts';
import { valueTypes } from './scalars.ts';

type RecordField = GraphQLFieldConfig<OrgRecord, GraphqlContext>;
type GroupsField = GraphQLFieldConfig<unknown, GraphqlContext>;
type Arguments = Readonly<Record<string, unknown>>;

/**
 * The `uiapi` schema of the org: `query` with one connection per object, typed values, parents and child relationships;
 * `aggregate` with the groups of each object's records.
 */
export function buildGraphqlSchema(schema: OrgSchema): GraphQLSchema {
    const inputs = createInputTypes(schema);
    const nodes = new Map<string, GraphQLObjectType>();
    const connections = new Map<string, GraphQLObjectType<Connection>>();
    const groups = new Map<string, Pick<GroupsField, 'type' | 'args'>>();
    for (const object of schema.objects.values()) {
        const node = new GraphQLObjectType({ name: object.name, fields: () => nodeFields(object) });
        nodes.set(object.name, node);
        connections.set(object.name, connectionType(node));
        groups.set(object.name, {
            type: connectionType(groupType(object)),
            args: { ...pageArguments(object), groupBy: { type: groupByType(object) } }
        });
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
            args: { ...pageArguments(object), orderBy: { type: inputs.orderBy(object) } }
        };
    }

    function pageArguments(object: ObjectSchema): GraphQLFieldConfigArgumentMap {
        return {
            first: { type: GraphQLInt },
            after: { type: GraphQLString },
            where: { type: inputs.filter(object) }
        };
    }

    function conditionsOf(object: ObjectSchema, { where }: Arguments, { locale, now }: GraphqlContext): Condition[] {
        return isInput(where) ? [toCondition(schema, object, where, { now, timeZone: locale.timeZone })] : [];
    }

    function runAggregate(
        object: ObjectSchema,
        args: Arguments,
        context: GraphqlContext,
        info: GraphQLResolveInfo
    ): Connection {
        const where: Condition = { all: conditionsOf(object, args, context) };
        return groupsOf((fields) => context.store.find({ object: object.name, where, fields }), args, info);
    }

    function runQuery(
        object: ObjectSchema,
        args: Arguments,
        context: GraphqlContext,
        info: GraphQLResolveInfo,
        scope?: Condition
    ): Connection {
        const { store } = context;
        const where: Condition = { all: [...(scope ? [scope] : []), ...conditionsOf(object, args, context)] };
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

    /** One field for each object; each that is asked for is a subquery of the request. */
    function family(
        name: string,
        fieldOf: (object: ObjectSchema) => Pick<GroupsField, 'type' | 'args'>,
        run: typeof runAggregate
    ): GraphQLObjectType<unknown, GraphqlContext> {
        return new GraphQLObjectType<unknown, GraphqlContext>({
            name,
            fields: () =>
                Object.fromEntries(
                    [...schema.objects.values()].map((object): [string, GroupsField] => [
                        object.name,
                        {
                            ...fieldOf(object),
                            resolve: (_source, args: Arguments, context, info) => {
                                countSubquery(context);
                                return run(object, args, context, info);
                            }
                        }
                    ])
                )
        });
    }

    const query = family('RecordQuery', connectionField, runQuery);
    const aggregate = family('RecordQueryAggregate', (object) => requireGroups(object), runAggregate);

    function requireGroups({ name }: ObjectSchema): Pick<GroupsField, 'type' | 'args'> {
        const field = groups.get(name);
        if (!field) {
            throw new Error(`${name} has no groups`);
        }
        return field;
    }

    const uiapi = new GraphQLObjectType({
        name: 'UIAPI',
        fields: {
            query: { type: new GraphQLNonNull(query), resolve: () => ({}) },
            aggregate: { type: new GraphQLNonNull(aggregate), resolve: () => ({}) }
        }
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
