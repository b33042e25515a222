import { GraphQLInputObjectType, GraphQLList } from 'graphql';
import type { GraphQLInputFieldConfigMap } from 'graphql';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { graphqlDataType } from '../ui/dataTypes.ts';
import { OrderByClause, operatorTypes } from './operators.ts';

export interface InputTypes {
    /** `Contact_Filter`: its fields, parents, `and`, `or`, `not`. */
    filter(object: ObjectSchema): GraphQLInputObjectType;
    /** `Contact_OrderBy`: its fields and parents. */
    orderBy(object: ObjectSchema): GraphQLInputObjectType;
}

/** Builds the input types of every object once; they refer to each other, so fields are thunks. */
export function createInputTypes(schema: OrgSchema): InputTypes {
    const filters = new Map<string, GraphQLInputObjectType>();
    const orders = new Map<string, GraphQLInputObjectType>();

    function filter(object: ObjectSchema): GraphQLInputObjectType {
        return remember(filters, object.name, () => {
            const type: GraphQLInputObjectType = new GraphQLInputObjectType({
                name: `${object.name}_Filter`,
                fields: () => ({ ...logic(type), ...filterFields(object) })
            });
            return type;
        });
    }

    function logic(type: GraphQLInputObjectType): GraphQLInputFieldConfigMap {
        return { and: { type: new GraphQLList(type) }, or: { type: new GraphQLList(type) }, not: { type } };
    }

    function filterFields(object: ObjectSchema): GraphQLInputFieldConfigMap {
        const fields: GraphQLInputFieldConfigMap = {};
        for (const field of object.fields.values()) {
            const operators = operatorTypes[graphqlDataType(field)];
            if (operators && field.formula === undefined) {
                fields[field.name] = { type: operators };
            }
            if (field.lookup && parentsOf(schema, field).length > 0) {
                fields[field.lookup.relationshipName] = { type: parentFilter(object, field) };
            }
        }
        return fields;
    }

    function parentFilter(object: ObjectSchema, lookup: FieldSchema): GraphQLInputObjectType {
        const targets = parentsOf(schema, lookup);
        const [only] = targets;
        if (targets.length === 1 && only) {
            return filter(only);
        }
        const name = `${object.name}_${lookup.lookup?.relationshipName}_Filters`;
        return remember(
            filters,
            name,
            () =>
                new GraphQLInputObjectType({
                    name,
                    fields: () => Object.fromEntries(targets.map((target) => [target.name, { type: filter(target) }]))
                })
        );
    }

    function orderBy(object: ObjectSchema): GraphQLInputObjectType {
        return remember(
            orders,
            object.name,
            () => new GraphQLInputObjectType({ name: `${object.name}_OrderBy`, fields: () => orderFields(object) })
        );
    }

    function orderFields(object: ObjectSchema): GraphQLInputFieldConfigMap {
        const fields: GraphQLInputFieldConfigMap = {};
        for (const field of object.fields.values()) {
            if (operatorTypes[graphqlDataType(field)] && field.formula === undefined) {
                fields[field.name] = { type: OrderByClause };
            }
            const targets = parentsOf(schema, field);
            const [only] = targets;
            if (field.lookup && only && targets.length === 1) {
                fields[field.lookup.relationshipName] = { type: orderBy(only) };
            }
        }
        return fields;
    }

    return { filter, orderBy };
}

/** Objects that a lookup may point to, as far as the user sees them; none for a field that is not a lookup. */
export function parentsOf(schema: OrgSchema, field: FieldSchema): ObjectSchema[] {
    return (field.lookup?.objects ?? []).flatMap((name) => schema.objects.get(name) ?? []);
}

function remember<Item>(known: Map<string, Item>, name: string, make: () => Item): Item {
    const found = known.get(name);
    if (found) {
        return found;
    }
    const made = make();
    known.set(name, made);
    return made;
}
