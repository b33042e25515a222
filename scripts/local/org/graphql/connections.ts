import { GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { QueryError } from '../store/queryError.ts';

/** One page of a query, as the connection types resolve it. */
export interface Connection<Node = unknown> {
    readonly rows: readonly Node[];
    /** Place of the first row among all that the query finds. */
    readonly start: number;
    readonly hasNextPage: boolean;
    /** Counts only when `totalCount` is asked for. */
    readonly total: () => number;
}

interface Edge {
    readonly node: unknown;
    readonly cursor: string;
}

const DEFAULT_PAGE = 10;
const LARGEST_PAGE = 2000;

const PageInfo = new GraphQLObjectType<Connection>({
    name: 'PageInfo',
    fields: {
        hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean), resolve: ({ start }) => start > 0 },
        startCursor: { type: GraphQLString, resolve: ({ rows, start }) => (rows.length > 0 ? cursorAt(start) : null) },
        endCursor: {
            type: GraphQLString,
            resolve: ({ rows, start }) => (rows.length > 0 ? cursorAt(start + rows.length - 1) : null)
        }
    }
});

/** `ContactConnection` and `ContactEdge` for a node type. */
export function connectionType(node: GraphQLObjectType): GraphQLObjectType<Connection> {
    const edge = new GraphQLObjectType<Edge>({
        name: `${node.name}Edge`,
        fields: () => ({ node: { type: node }, cursor: { type: new GraphQLNonNull(GraphQLString) } })
    });
    return new GraphQLObjectType<Connection>({
        name: `${node.name}Connection`,
        fields: () => ({
            edges: {
                type: new GraphQLList(edge),
                resolve: ({ rows, start }): Edge[] =>
                    rows.map((row, index) => ({ node: row, cursor: cursorAt(start + index) }))
            },
            pageInfo: { type: new GraphQLNonNull(PageInfo), resolve: (connection) => connection },
            totalCount: { type: new GraphQLNonNull(GraphQLInt), resolve: ({ total }) => total() },
            pageResultCount: { type: new GraphQLNonNull(GraphQLInt), resolve: ({ rows }) => rows.length }
        })
    });
}

export interface Page {
    readonly size: number;
    readonly start: number;
}

/** Page size and start from `first` and `after`; 10 rows where nothing is said, 2000 at most. */
export function pageOf(first: unknown, after: unknown): Page {
    const size = typeof first === 'number' ? first : DEFAULT_PAGE;
    if (size < 1 || size > LARGEST_PAGE) {
        throw new QueryError('INVALID_QUERY', `'first' must be between 1 and ${LARGEST_PAGE}, not ${size}`);
    }
    return { size, start: typeof after === 'string' ? placeAfter(after) : 0 };
}

function cursorAt(place: number): string {
    return Buffer.from(`v1:${place + 1}`).toString('base64');
}

function placeAfter(cursor: string): number {
    const place = Number(/^v1:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1]);
    if (Number.isNaN(place)) {
        throw new QueryError('INVALID_QUERY', `'after' is not a cursor of this org: ${cursor}`);
    }
    return place;
}
