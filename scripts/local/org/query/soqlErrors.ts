import { QueryError } from '../store/queryError.ts';

export function malformed(problem: string): QueryError {
    return new QueryError('MALFORMED_QUERY', problem);
}

/** Names a part of SOQL that real orgs have and the local one has not. */
export function unsupportedSoql(what: string): QueryError {
    return malformed(`${what} is not supported by the local org`);
}
