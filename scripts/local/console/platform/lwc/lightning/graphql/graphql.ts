import { askOrg } from '../../../org/orgRequest.ts';
import type { OrgAnswer } from '../../../org/orgRequest.ts';
import { member } from '../../../org/member.ts';
import { messagesOf } from '../../../org/fetchResponse.ts';
import { LiveQueries } from '../../../records/liveQuery.ts';
import { recordsChanged } from '../../../records/recordStore.ts';
import { wireAdapter } from '../../../wires/wireAdapter.ts';

/** Opaque to components. */
export interface GraphqlDocument {
    readonly kind: 'Document';
    readonly source: string;
}

interface GraphqlRequest {
    query?: GraphqlDocument;
    variables?: Readonly<Record<string, unknown>>;
    operationName?: string;
}

interface GraphqlResult {
    readonly data: unknown;
    readonly errors: readonly unknown[] | undefined;
    readonly refresh?: () => Promise<void>;
}

const queries = new LiveQueries();

/** Takes the query's text, other documents spliced in as fragments. */
export function gql(literals: TemplateStringsArray, ...substitutions: readonly unknown[]): GraphqlDocument {
    const source = literals.reduce((text, literal, index) => {
        const part = substitutions[index - 1];
        const spliced = part !== null && typeof part === 'object' && 'source' in part ? part.source : part;
        return text + String(spliced ?? '') + literal;
    });
    return Object.freeze({ kind: 'Document', source });
}

function ask({ query, variables = {}, operationName }: GraphqlRequest): Promise<OrgAnswer> {
    return askOrg('/graphql', {
        method: 'POST',
        body: { query: query?.source, variables, ...(operationName !== undefined && { operationName }) }
    });
}

/** The GraphQL API reports its problems beside the data; a failed request becomes such a problem. */
function resultOf(answer: OrgAnswer): { data: unknown; errors: readonly unknown[] | undefined } {
    if (!answer.ok) {
        return { data: undefined, errors: messagesOf(answer).map((message) => ({ message })) };
    }
    const errors = member(answer.content, 'errors');
    const data = member(answer.content, 'data');
    return { data: data ?? undefined, errors: Array.isArray(errors) && errors.length > 0 ? errors : undefined };
}

function keyOf({ query, variables = {}, operationName = '' }: GraphqlRequest): string {
    return JSON.stringify([query?.source, variables, operationName]);
}

/** One request for each distinct query with its variables; waits while the query is undefined. */
export const graphql = wireAdapter<GraphqlRequest, GraphqlResult>(
    (request, emit) => {
        if (!request.query) {
            return undefined;
        }
        const key = keyOf(request);
        const refresh = (): Promise<void> => queries.refresh((one) => one === key);
        return queries.listen(
            key,
            () => ask(request),
            (answer) => emit({ ...resultOf(answer), refresh })
        );
    },
    { data: undefined, errors: undefined }
);

/** Ids of records in a mutation's result, wherever they are. */
function idsIn(value: unknown): string[] {
    if (value === null || typeof value !== 'object') {
        return [];
    }
    return Object.entries(value).flatMap(([key, inner]) =>
        key === 'Id' && typeof inner === 'string' ? [inner] : idsIn(inner)
    );
}

export async function executeMutation(
    mutation: GraphqlRequest
): Promise<{ readonly data: unknown; readonly errors: readonly unknown[] | undefined }> {
    const result = resultOf(await ask(mutation));
    await recordsChanged(idsIn(result.data).map((id) => ({ id })));
    return result;
}
