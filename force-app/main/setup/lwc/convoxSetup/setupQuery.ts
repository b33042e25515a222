import { gql } from 'lightning/graphql';
import type { GraphqlDocument } from 'lightning/graphql';

/** A status comes when a call is over: what popped later may still be spoken. */
const HOUR = 60 * 60 * 1000;

/** What a graphql wire is asked for. */
export interface SetupRequest {
    readonly query: GraphqlDocument;
    readonly variables: { readonly hourAgo: string };
}

/** The question as it is asked at this moment: one of another moment is answered by no cache. */
export function setupRequest(now: number): SetupRequest {
    return { query: SETUP_QUERY, variables: { hourAgo: new Date(now - HOUR).toISOString() } };
}

/** Everything that the org's records tell about the installation, in one request. */
const SETUP_QUERY = gql`
    query convoxSetup($hourAgo: DateTime!) {
        uiapi {
            query {
                ConVox_Server__c(orderBy: { CreatedDate: { order: ASC } }, first: 20) {
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                            }
                            Name @optional {
                                value
                            }
                            Is_Default__c @optional {
                                value
                            }
                            Code__c @optional {
                                value
                            }
                            Time_Zone__c @optional {
                                value
                            }
                            Dialect__c @optional {
                                value
                            }
                            Phone_Keys_Filled__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Process__c(orderBy: { Process_Code__c: { order: ASC } }, first: 200) {
                    edges {
                        node {
                            Id
                            Process_Code__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Disposition__c(where: { Is_Active__c: { eq: true } }, first: 2000) {
                    edges {
                        node {
                            Id
                            Code__c @optional {
                                value
                            }
                            Process__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Agent__c(
                    where: { Is_Active__c: { eq: true } }
                    orderBy: { Agent_Code__c: { order: ASC } }
                    first: 2000
                ) {
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                            }
                            Agent_Code__c @optional {
                                value
                            }
                            User__c @optional {
                                value
                            }
                            Server__c @optional {
                                value
                            }
                            User__r @optional {
                                Name @optional {
                                    value
                                }
                                IsActive @optional {
                                    value
                                }
                            }
                        }
                    }
                }
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
                ConVox_Health__c(orderBy: { Day__c: { order: DESC } }, first: 14) @optional {
                    edges {
                        node {
                            Id
                            Day__c @optional {
                                value
                            }
                            Colour__c @optional {
                                value
                            }
                            Red_Checks__c @optional {
                                value
                            }
                            What__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Command__c(orderBy: { CreatedDate: { order: DESC } }, first: 20) {
                    totalCount
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                                displayValue
                            }
                            Status__c @optional {
                                value
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
