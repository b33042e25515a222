import { isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';
import { gql } from 'lightning/graphql';
import type { GraphqlDocument } from 'lightning/graphql';
import type { EnteredLine } from './pastedWords.ts';

const DAY = 24 * 3_600_000;

const LINES_QUERY = gql`
    query convoxSetupLines($usernames: [String!]!, $codes: [String!]!, $until: DateTime!) {
        uiapi {
            query {
                User(where: { and: [{ Username: { in: $usernames } }, { IsActive: { eq: true } }] }, first: 50)
                    @optional {
                    edges {
                        node {
                            Id
                            Username @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Agent__c(
                    where: { and: [{ Agent_Code__c: { in: $codes } }, { CreatedDate: { lt: { value: $until } } }] }
                    first: 200
                ) {
                    edges {
                        node {
                            Id
                            Agent_Code__c @optional {
                                value
                            }
                            Is_Active__c @optional {
                                value
                            }
                            User__c @optional {
                                value
                            }
                            User__r @optional {
                                Name @optional {
                                    value
                                }
                            }
                        }
                    }
                }
                ConVox_Disposition__c(
                    where: {
                        and: [
                            { Code__c: { in: $codes } }
                            { Parent__c: { eq: null } }
                            { CreatedDate: { lt: { value: $until } } }
                        ]
                    }
                    first: 2000
                ) {
                    edges {
                        node {
                            Id
                            Code__c @optional {
                                value
                            }
                            Process__c @optional {
                                value
                            }
                            Is_Active__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** What a graphql wire is asked for. */
export interface LinesRequest {
    readonly query: GraphqlDocument;
    readonly variables: {
        readonly usernames: readonly string[];
        readonly codes: readonly string[];
        readonly until: string;
    };
}

/** An agent that is there, whether active or not: codes in small letters; '' without a user. */
export interface AgentRow {
    readonly id: string;
    readonly code: string;
    readonly userId: string;
    readonly userName: string;
    readonly isActive: boolean;
}

/** A disposition of the first level that is there, whether active or not. */
export interface DispositionRow {
    readonly id: string;
    readonly code: string;
    readonly processId: string;
    readonly isActive: boolean;
}

/** What the org has of what lines name. */
export interface NamedRows {
    /** Ids of active users by username in small letters. */
    readonly users: ReadonlyMap<string, string>;
    readonly agents: readonly AgentRow[];
    readonly dispositions: readonly DispositionRow[];
}

/** Asks at this moment, since others enter rows as well: a question of another moment is answered by no cache. */
export function linesRequest(lines: readonly EnteredLine[], now: number): LinesRequest {
    const firsts = lines.map(({ words: [first = ''] }) => first);
    const variables = {
        usernames: lines.map(({ words: [, second = ''] }) => second),
        // An id behind the code of the default server is kept without it.
        codes: [...firsts, ...firsts.map((code) => code.slice(code.indexOf(':') + 1))],
        until: new Date(now + DAY).toISOString()
    };
    return { query: LINES_QUERY, variables };
}

export function readNamedRows(data: unknown): NamedRows {
    return {
        users: new Map(rowsOf(data, 'User').map((row) => [textOf(row, 'Username').toLowerCase(), textOf(row, 'Id')])),
        agents: rowsOf(data, 'ConVox_Agent__c').map((row) => ({
            id: textOf(row, 'Id'),
            code: textOf(row, 'Agent_Code__c').toLowerCase(),
            userId: textOf(row, 'User__c'),
            userName: textOf(row, 'User__r.Name'),
            isActive: isSet(row, 'Is_Active__c')
        })),
        dispositions: rowsOf(data, 'ConVox_Disposition__c').map((row) => ({
            id: textOf(row, 'Id'),
            code: textOf(row, 'Code__c').toLowerCase(),
            processId: textOf(row, 'Process__c'),
            isActive: isSet(row, 'Is_Active__c')
        }))
    };
}
