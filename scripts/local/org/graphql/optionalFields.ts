import {
    DirectiveLocation,
    GraphQLDirective,
    TypeInfo,
    getNamedType,
    isCompositeType,
    visit,
    visitWithTypeInfo
} from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql';

/** Salesforce's own directive, from API version 65 on. */
export const OptionalDirective = new GraphQLDirective({
    name: 'optional',
    description: 'Leaves the field out of the answer when the user may not read it, instead of failing the request.',
    locations: [DirectiveLocation.FIELD]
});

/** Whether the field is marked `@optional`. */
export function isOptional({ directives = [] }: FieldNode): boolean {
    return directives.some(({ name }) => name.value === OptionalDirective.name);
}

/**
 * The document without the fields that are marked `@optional` and that this user's schema does not have, and without
 * optional fields that hold nothing else. Fields without the mark stay, so that validation refuses them by name.
 */
export function withoutHiddenFields(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
    const types = new TypeInfo(schema);
    return visit(
        document,
        visitWithTypeInfo(types, {
            Field: {
                enter: (field) =>
                    isOptional(field) && !types.getFieldDef() && types.getParentType() ? null : undefined,
                leave: (field) => {
                    const type = getNamedType(types.getType() ?? undefined);
                    const isEmptied = isCompositeType(type) && field.selectionSet?.selections.length === 0;
                    return isEmptied && isOptional(field) ? null : undefined;
                }
            }
        })
    );
}
