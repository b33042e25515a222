import { uncachedMoment } from 'c/convoxDialing';
import { rowsOf, textOf } from 'c/convoxGraphqlRows';
import { gql } from 'lightning/graphql';

/** The rows of a list that were made before. `before` lets no cache answer. Read by `readKnownRows`. */
const KNOWN_QUERY = gql`
    query convoxKnownListRows($keys: [String!]!, $before: DateTime!) {
        uiapi {
            query {
                ConVox_List_Entry__c(
                    where: { and: [{ Key__c: { in: $keys } }, { CreatedDate: { lte: { value: $before } } }] }
                    first: 100
                ) @optional {
                    edges {
                        node {
                            Id
                            Batch_ID__c @optional {
                                value
                            }
                            Key__c @optional {
                                value
                            }
                            Sent_At__c @optional {
                                value
                            }
                            Status__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

export interface KnownRequest {
    readonly query: typeof KNOWN_QUERY;
    readonly variables: { readonly keys: readonly string[]; readonly before: string };
}

/** What is known of a row that was made before. */
export interface KnownRow {
    readonly id: string;
    readonly batchId: string;
    readonly status: string;
    readonly sentAt: string;
}

/** By their keys. */
export type KnownRows = ReadonlyMap<string, KnownRow>;

export function knownRequest(keys: readonly string[], now: number): KnownRequest {
    return { query: KNOWN_QUERY, variables: { keys, before: uncachedMoment(now) } };
}

/** Undefined for rows that were asked for before: the platform tells those again when one of them changes. */
export function readKnownRows(data: unknown, request: KnownRequest | undefined): KnownRows | undefined {
    const asked = new Set(request?.variables.keys.map((key) => key.toLowerCase()));
    const rows = rowsOf(data, 'ConVox_List_Entry__c').map((row): [string, KnownRow] => [
        textOf(row, 'Key__c').toLowerCase(),
        {
            id: textOf(row, 'Id'),
            batchId: textOf(row, 'Batch_ID__c'),
            status: textOf(row, 'Status__c'),
            sentAt: textOf(row, 'Sent_At__c')
        }
    ]);
    return rows.every(([key]) => asked.has(key)) ? new Map(rows) : undefined;
}
