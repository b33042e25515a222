import { rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { isRecord, parseJson } from 'c/convoxPath';
import { gql } from 'lightning/graphql';

const MOST_CALLS = 50;
const OLDEST_MILLISECONDS = 12 * 60 * 60 * 1000;

/**
 * The agent's calls that are still in progress, or that hold what was entered and not sent. One with a disposition of the
 * agent and no draft was kept without ConVox.
 */
export const OPEN_CALLS_QUERY = gql`
    query convoxOpenCalls($userId: ID, $since: DateTime, $most: Int) {
        uiapi {
            query {
                ConVox_Call__c(
                    where: {
                        and: [
                            { Agent__c: { eq: $userId } }
                            { Pop_At__c: { gte: { value: $since } } }
                            {
                                or: [
                                    {
                                        and: [
                                            { Status__c: { eq: "In Progress" } }
                                            { Agent_Disposition__c: { eq: null } }
                                        ]
                                    }
                                    { Draft_Saved_At__c: { gte: { value: $since } } }
                                ]
                            }
                        ]
                    }
                    orderBy: { Pop_At__c: { order: DESC } }
                    first: $most
                ) {
                    edges {
                        node {
                            Id
                            Pop_At__c @optional {
                                value
                            }
                            Pop_Payload__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Variables of OPEN_CALLS_QUERY. `round` is as in `callerVariables`; `now` in milliseconds since 1970. */
export function openCallsVariables(userId: string, now: number, round: number): Record<string, string | number> {
    return { userId, since: new Date(now - OLDEST_MILLISECONDS).toISOString(), most: MOST_CALLS + round };
}

/** An open call as its pop came. */
export interface OpenCall {
    readonly parameters: readonly (readonly [string, string])[];
    /** Milliseconds since 1970. */
    readonly poppedAt: number;
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';

function readOpenCall(row: GraphqlRow): OpenCall[] {
    const payload = parseJson(textOf(row, 'Pop_Payload__c'));
    const poppedAt = Date.parse(textOf(row, 'Pop_At__c'));
    const parameters = Object.entries(isRecord(payload) ? payload : {}).filter(isText);
    return parameters.length > 0 && !Number.isNaN(poppedAt) ? [{ parameters, poppedAt }] : [];
}

/** Reads the answer to OPEN_CALLS_QUERY, newest first; a row whose pop cannot be read is left out. */
export function readOpenCalls(data: unknown): OpenCall[] {
    return rowsOf(data, 'ConVox_Call__c').flatMap(readOpenCall);
}
