import { gql } from 'lightning/graphql';
import type { GraphqlDocument } from 'lightning/graphql';

/** A status comes when a call is over: what popped later may still be spoken. */
const HOUR = 60 * 60 * 1000;

const DAY = 24 * HOUR;

const WEEK = 7 * DAY;

/** What a graphql wire is asked for. */
export interface ArrivalsRequest {
    readonly query: GraphqlDocument;
    readonly variables: { readonly hourAgo: string; readonly dayAgo: string; readonly weekAgo: string };
}

/** What has come of ConVox and gone to it. An org answers ten questions in one request. */
const ARRIVALS_QUERY = gql`
    query convoxArrivals($hourAgo: DateTime!, $dayAgo: DateTime!, $weekAgo: DateTime!) {
        uiapi {
            query {
                lastPop: ConVox_Call__c(
                    where: { Pop_At__c: { ne: null } }
                    orderBy: { Pop_At__c: { order: DESC } }
                    first: 1
                ) {
                    edges {
                        node {
                            Id
                            Pop_At__c @optional {
                                value
                                displayValue
                            }
                            Customer_Number__c @optional {
                                value
                            }
                        }
                    }
                }
                untoldPop: ConVox_Call__c(
                    where: {
                        and: [{ Pop_At__c: { lt: { value: $hourAgo } } }, { Status_Received_At__c: { eq: null } }]
                    }
                    orderBy: { Pop_At__c: { order: DESC } }
                    first: 1
                ) {
                    edges {
                        node {
                            Id
                            Pop_At__c @optional {
                                value
                                displayValue
                            }
                        }
                    }
                }
                lastTrial: ConVox_Call__c(
                    where: {
                        or: [{ Call_Reference__c: { like: "TRIAL-%" } }, { Call_Reference__c: { like: "%:TRIAL-%" } }]
                    }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 1
                ) {
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                                displayValue
                            }
                            Agent_Code__c @optional {
                                value
                            }
                            Process_Name__c @optional {
                                value
                            }
                            Customer_Number__c @optional {
                                value
                            }
                        }
                    }
                }
                known: ConVox_Call__c(
                    where: { and: [{ Pop_At__c: { gt: { value: $weekAgo } } }, { Match_Reason__c: { ne: null } }] }
                    orderBy: { Pop_At__c: { order: DESC } }
                    first: 200
                ) {
                    edges {
                        node {
                            Id
                            Agent_Code__c @optional {
                                value
                            }
                            Match_Reason__c @optional {
                                value
                            }
                        }
                    }
                }
                lastStatus: ConVox_Call__c(
                    where: { Status_Received_At__c: { ne: null } }
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
                            Status__c @optional {
                                value
                                displayValue
                            }
                            Agent_Code__c @optional {
                                value
                                displayValue
                            }
                            Process_Name__c @optional {
                                value
                                displayValue
                            }
                            Disposition__c @optional {
                                value
                                displayValue
                            }
                            Started_At__c @optional {
                                value
                                displayValue
                            }
                            Duration_Seconds__c @optional {
                                value
                                displayValue
                            }
                            Data_Quality__c @optional {
                                value
                                displayValue
                            }
                            Customer_Number__c @optional {
                                value
                            }
                        }
                    }
                }
                lastReconciled: ConVox_Call__c(
                    where: { Reconciled_At__c: { ne: null } }
                    orderBy: { Reconciled_At__c: { order: DESC } }
                    first: 1
                ) {
                    edges {
                        node {
                            Id
                            Reconciled_At__c @optional {
                                value
                                displayValue
                            }
                        }
                    }
                }
                allCalls: ConVox_Call__c(first: 1) {
                    totalCount
                }
                allCommands: ConVox_Command__c(first: 1) {
                    totalCount
                }
                unknownCommands: ConVox_Command__c(
                    where: {
                        and: [
                            { CreatedDate: { gte: { value: $dayAgo } } }
                            { Status__c: { eq: "Unknown" } }
                            { not: { or: [{ Key__c: { like: "TRIAL-%" } }, { Key__c: { like: "%:TRIAL-%" } }] } }
                        ]
                    }
                    first: 1
                ) {
                    totalCount
                }
                ConVox_Command__c(
                    where: { not: { or: [{ Key__c: { like: "TRIAL-%" } }, { Key__c: { like: "%:TRIAL-%" } }] } }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 20
                ) {
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                                displayValue
                            }
                            Status__c @optional {
                                value
                                displayValue
                            }
                            Error__c @optional {
                                value
                            }
                            Reply__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The question as it is asked at this moment: one of another moment is answered by no cache. */
export function arrivalsRequest(now: number): ArrivalsRequest {
    const ago = (milliseconds: number): string => new Date(now - milliseconds).toISOString();
    return { query: ARRIVALS_QUERY, variables: { hourAgo: ago(HOUR), dayAgo: ago(DAY), weekAgo: ago(WEEK) } };
}
