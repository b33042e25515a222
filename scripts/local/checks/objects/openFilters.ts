import { Kind, visit } from 'graphql';
import type { DocumentNode } from 'graphql';

/** Names of the variables that a query filters by and that may be null. */
export function openFilters(document: DocumentNode): string[] {
    const nullable = new Set<string>();
    const open = new Set<string>();
    visit(document, {
        VariableDefinition({ variable, type }) {
            if (type.kind !== Kind.NON_NULL_TYPE) {
                nullable.add(variable.name.value);
            }
        },
        ObjectField({ value }) {
            if (value.kind === Kind.VARIABLE && nullable.has(value.name.value)) {
                open.add(value.name.value);
            }
        }
    });
    return [...open];
}
