import type { RelatedValues } from '../query/relatedValues.ts';
import { QueryError } from '../store/queryError.ts';
import type { Store } from '../store/store.ts';
import type { Locale } from '../ui/displayValue.ts';

/** What the resolvers of one request work with. */
export interface GraphqlContext {
    readonly store: Store;
    readonly related: RelatedValues;
    readonly locale: Locale;
    readonly now: Date;
    /** Object queries run so far; Salesforce allows ten in one request. */
    queries: number;
}

const MAXIMUM_QUERIES = 10;

/** @throws QueryError when the request asks for more than Salesforce answers */
export function countSubquery(context: GraphqlContext): void {
    context.queries += 1;
    if (context.queries > MAXIMUM_QUERIES) {
        throw new QueryError('LIMIT_EXCEEDED', `A GraphQL request can contain up to ${MAXIMUM_QUERIES} subqueries`);
    }
}
