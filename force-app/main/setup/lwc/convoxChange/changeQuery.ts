import type { BegunChange, SetupFacts } from 'c/convoxSetupChecks';
import { gql } from 'lightning/graphql';
import type { GraphqlDocument } from 'lightning/graphql';
import { newProcesses } from './changeSeen.ts';

/** What a graphql wire is asked for. */
export interface ChangeRequest {
    readonly query: GraphqlDocument;
    readonly variables: Readonly<Record<string, unknown>>;
}

const LEAVER_QUERY = gql`
    query convoxLeaver($agent: ID!, $user: ID!) {
        uiapi {
            query {
                ConVox_Agent__c(where: { Id: { eq: $agent } }) {
                    edges {
                        node {
                            Id
                            Is_Active__c @optional {
                                value
                            }
                            LastModifiedDate @optional {
                                value
                            }
                        }
                    }
                }
                User(where: { Id: { eq: $user } }) @optional {
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            IsActive @optional {
                                value
                            }
                            LastModifiedDate @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Follow_Up__c(
                    where: {
                        and: [
                            { or: [{ OwnerId: { eq: $user } }, { Agent__c: { eq: $user } }] }
                            { State__c: { eq: "Open" } }
                        ]
                    }
                    first: 1
                ) {
                    totalCount
                }
            }
        }
    }
`;

const PROCESS_QUERY = gql`
    query convoxNewProcess($since: DateTime!, $codes: [String!]!) {
        uiapi {
            query {
                ConVox_Call__c(
                    where: {
                        and: [{ Status_Received_At__c: { gt: { value: $since } } }, { Process_Name__c: { in: $codes } }]
                    }
                    orderBy: { Status_Received_At__c: { order: DESC } }
                    first: 1
                ) {
                    edges {
                        node {
                            Id
                            Status_Received_At__c @optional {
                                value
                                displayValue
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** What has to be asked of the org about this change alone; undefined where what is known does. */
export function changeRequest(change: BegunChange | undefined, facts: SetupFacts): ChangeRequest | undefined {
    if (change?.path === 'leaver') {
        const [agent, user] = change.of;
        return { query: LEAVER_QUERY, variables: { agent, user } };
    }
    return change?.path === 'process' ? ofProcess(change, facts) : undefined;
}

function ofProcess(change: BegunChange, facts: SetupFacts): ChangeRequest | undefined {
    const codes = newProcesses(change, facts).map(({ code }) => code);
    return codes.length > 0 ? { query: PROCESS_QUERY, variables: { since: change.moment, codes } } : undefined;
}
