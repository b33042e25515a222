declare module 'lightning/graphql' {
    import type { WireAdapterConstructor } from 'lwc';

    /** What `gql` returns. Opaque: only `graphql` and `executeMutation` take it. */
    export interface GraphqlDocument {
        readonly kind: 'Document';
    }

    export interface GraphqlError {
        readonly message: string;
        readonly locations?: readonly { readonly line: number; readonly column: number }[];
        readonly path?: readonly (string | number)[];
        readonly extensions?: Readonly<Record<string, unknown>>;
    }

    export interface GraphqlConfig {
        /** Undefined delays the request. */
        query: GraphqlDocument | undefined;
        variables?: Readonly<Record<string, unknown>>;
        operationName?: string;
    }

    /** Data and errors may come together; `refresh` asks the server again past the cache. */
    export interface GraphqlResult {
        readonly data?: unknown;
        readonly errors?: readonly GraphqlError[];
        readonly refresh?: () => Promise<void>;
    }

    export function gql(literals: TemplateStringsArray, ...substitutions: readonly unknown[]): GraphqlDocument;

    export const graphql: WireAdapterConstructor<GraphqlConfig, GraphqlResult>;

    export function executeMutation(mutation: {
        query: GraphqlDocument;
        variables?: Readonly<Record<string, unknown>>;
        operationName?: string;
    }): Promise<{ readonly data?: unknown; readonly errors?: readonly GraphqlError[] }>;
}
