import { gql } from 'lightning/graphql';
import type { GraphqlDocument } from 'lightning/graphql';

/** Which codes an agent uses is no figure: the hour of the day does not matter. */
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** What a graphql wire is asked for. */
export interface IdleRequest {
    readonly query: GraphqlDocument;
    readonly variables: { readonly userId: string; readonly since: string };
}

/**
 * The agent's promises until tonight, the missed calls that nobody returned, the agent's last calls, as whom the user
 * calls, and with which codes the user ended calls, in one request. Promises and missed calls are those of today and the
 * seven days before, from midnight, as in list views, reports and on the wallboard: what is older is no work of today.
 */
const IDLE_QUERY = gql`
    query convoxBetweenCalls($userId: ID!, $since: DateTime!) {
        uiapi {
            query {
                ConVox_Follow_Up__c(
                    where: {
                        and: [
                            { Agent__c: { eq: $userId } }
                            { State__c: { in: ["Open", "Broken"] } }
                            { Due_Day__c: { lte: { literal: TODAY } } }
                            { Due_Day__c: { gte: { range: { last_n_days: 7 } } } }
                        ]
                    }
                    orderBy: { Due_At__c: { order: ASC } }
                    first: 500
                ) {
                    totalCount
                    edges {
                        node {
                            Id
                            Due_At__c @optional {
                                value
                            }
                            Phone_Key__c @optional {
                                value
                            }
                            Process_in_Words__c @optional {
                                value
                            }
                            Contact__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                            }
                            Lead__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                            }
                            Account__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                            }
                        }
                    }
                }
                missedCalls: ConVox_Call__c(
                    where: {
                        and: [
                            { Direction__c: { eq: "Inbound" } }
                            { Status__c: { eq: "Not Connected" } }
                            { or: [{ Returned_At__c: { eq: null } }, { Is_Return_Void__c: { eq: true } }] }
                            { Start_Day__c: { gte: { range: { last_n_days: 7 } } } }
                        ]
                    }
                    orderBy: { Started_At__c: { order: DESC } }
                    first: 10
                ) {
                    totalCount
                    edges {
                        node {
                            Id
                            Started_At__c @optional {
                                value
                            }
                            Customer_Number__c @optional {
                                value
                            }
                            Process_in_Words__c @optional {
                                value
                            }
                            Contact__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                            }
                            Lead__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                            }
                            Account__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                            }
                        }
                    }
                }
                lastCalls: ConVox_Call__c(
                    where: { Agent__c: { eq: $userId } }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 10
                ) {
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                            }
                            Started_At__c @optional {
                                value
                            }
                            Pop_At__c @optional {
                                value
                            }
                            Customer_Number__c @optional {
                                value
                            }
                            Direction__c @optional {
                                value
                                displayValue
                            }
                            Status__c @optional {
                                value
                                displayValue
                            }
                            Disposition_Name__c @optional {
                                value
                            }
                            Duration_Seconds__c @optional {
                                value
                            }
                            Recording__c @optional {
                                value
                            }
                            Contact__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                            }
                            Lead__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                            }
                            Account__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                            }
                        }
                    }
                }
                ConVox_Agent__c(
                    where: { and: [{ User__c: { eq: $userId } }, { Is_Active__c: { eq: true } }] }
                    orderBy: { CreatedDate: { order: ASC } }
                    first: 1
                ) {
                    edges {
                        node {
                            Id
                            Agent_Code__c @optional {
                                value
                            }
                            Server__c @optional {
                                value
                            }
                            Server__r @optional {
                                Command_Route__c @optional {
                                    value
                                }
                            }
                        }
                    }
                }
                ConVox_Server__c(where: { Is_Default__c: { eq: true } }, first: 1) {
                    edges {
                        node {
                            Id
                            Command_Route__c @optional {
                                value
                            }
                        }
                    }
                }
            }
            aggregate {
                usedCodes: ConVox_Call__c(
                    where: {
                        and: [
                            { Agent__c: { eq: $userId } }
                            { CreatedDate: { gte: { value: $since } } }
                            { Agent_Disposition__c: { ne: null } }
                        ]
                    }
                    groupBy: { Process_Name__c: { group: true }, Agent_Disposition__c: { group: true } }
                    first: 2000
                ) {
                    edges {
                        node {
                            aggregate {
                                Process_Name__c {
                                    value
                                }
                                Agent_Disposition__c {
                                    value
                                }
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The question as it is asked at this moment: one of another moment is answered by no cache. */
export function idleRequest(userId: string, now: number): IdleRequest {
    return {
        query: IDLE_QUERY,
        variables: { userId, since: new Date(now - WEEK).toISOString() }
    };
}
