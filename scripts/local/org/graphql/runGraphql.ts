import {
    GraphQLError,
    Kind,
    NoUnusedVariablesRule,
    OperationTypeNode,
    executeSync,
    parse,
    specifiedRules,
    validate
} from 'graphql';
import type { ASTNode, DocumentNode, FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import { QueryError } from '../store/queryError.ts';
import type { GraphqlContext } from './graphqlContext.ts';
import { withoutHiddenFields } from './optionalFields.ts';

export interface GraphqlRequest {
    readonly query: string;
    readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
    readonly operationName?: string | null | undefined;
}

/** `ErrorType` values of Salesforce's GraphQL error representation. */
type ErrorType = 'InvalidSyntax' | 'ValidationError' | 'DataFetchingException' | 'OperationNotSupported';

export interface GraphqlErrorRepresentation {
    readonly message: string;
    readonly locations: readonly { readonly line: number; readonly column: number }[];
    readonly paths: readonly (string | number)[];
    readonly extensions: { readonly ErrorType: ErrorType };
}

export interface GraphqlResponse {
    readonly data: unknown;
    readonly errors: readonly GraphqlErrorRepresentation[];
}

type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly GraphqlErrorRepresentation[] };

/** Documents kept parsed and validated; a component sends the same few again and again. */
const REMEMBERED = 100;

const rulesOfTheRest = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

/** Runs requests against one schema. The answer has Salesforce's shape, with the HTTP status 200 also for errors. */
export function createGraphqlRunner(
    schema: GraphQLSchema
): (request: GraphqlRequest, context: GraphqlContext) => GraphqlResponse {
    const prepared = new Map<string, Prepared>();

    function prepare(query: string): Prepared {
        const known = prepared.get(query);
        if (known) {
            return known;
        }
        const fresh = parseAndValidate(schema, query);
        const [oldest] = prepared.keys();
        if (prepared.size >= REMEMBERED && oldest !== undefined) {
            prepared.delete(oldest);
        }
        prepared.set(query, fresh);
        return fresh;
    }

    return ({ query, variables, operationName }, context) => {
        const ready = prepare(query);
        if ('errors' in ready) {
            return { data: null, errors: ready.errors };
        }
        const result = executeSync({
            schema,
            document: ready.document,
            contextValue: context,
            ...(variables && { variableValues: variables }),
            ...(operationName && { operationName })
        });
        const errors = (result.errors ?? []).map((error) => represent(error, executionErrorType(error)));
        return { data: result.data ?? null, errors };
    };
}

function parseAndValidate(schema: GraphQLSchema, query: string): Prepared {
    let document: DocumentNode;
    try {
        document = parse(query);
    } catch (error) {
        if (error instanceof GraphQLError) {
            return { errors: [represent(error, 'InvalidSyntax')] };
        }
        throw error;
    }
    const missing = missingPart(document);
    if (missing) {
        const error = new GraphQLError(`${missing.part} is not supported by the local org`, { nodes: missing.node });
        return { errors: [represent(error, 'OperationNotSupported')] };
    }
    const visible = withoutHiddenFields(document, schema);
    // A variable that only hidden fields use is used all the same.
    const errors = [
        ...validate(schema, document, [NoUnusedVariablesRule]),
        ...validate(schema, visible, rulesOfTheRest)
    ];
    return errors.length > 0
        ? { errors: errors.map((error) => represent(error, 'ValidationError')) }
        : { document: visible };
}

const missingFamilies = ['objectInfos', 'relatedListByName', 'layout', 'currentUser'];

/** What the platform's GraphQL API has and the local org has not. */
function missingPart({ definitions }: DocumentNode): { part: string; node: ASTNode } | undefined {
    const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const change = operations.find(({ operation }) => operation !== OperationTypeNode.QUERY);
    if (change) {
        return { part: `a GraphQL ${change.operation}`, node: change };
    }
    const node = operations
        .flatMap(({ selectionSet }) => fieldsOf(selectionSet))
        .flatMap(({ selectionSet }) => fieldsOf(selectionSet))
        .find(({ name }) => missingFamilies.includes(name.value));
    return node && { part: `uiapi.${node.name.value}`, node };
}

function fieldsOf(selections: SelectionSetNode | undefined): FieldNode[] {
    return (selections?.selections ?? []).filter((selection) => selection.kind === Kind.FIELD);
}

/** A failed resolver has an original error that only a query can have caused; anything else is a defect here. */
function executionErrorType(error: GraphQLError): ErrorType {
    if (!error.originalError) {
        return error.path ? 'DataFetchingException' : 'ValidationError';
    }
    if (error.originalError instanceof QueryError) {
        return 'DataFetchingException';
    }
    throw error.originalError;
}

function represent(error: GraphQLError, type: ErrorType): GraphqlErrorRepresentation {
    return {
        message: error.message,
        locations: error.locations ?? [],
        paths: error.path ?? [],
        extensions: { ErrorType: type }
    };
}
