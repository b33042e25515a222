import { gql } from 'lightning/graphql';

/** What the user's ConVox servers take from an agent, the breaks, queues and processes there, and what was done with calls last. Read by `readDesks`. */
export const DESK_QUERY = gql`
    query convoxAgentDesk($userId: ID!) {
        uiapi {
            query {
                ConVox_Agent__c(
                    where: { and: [{ User__c: { eq: $userId } }, { Is_Active__c: { eq: true } }] }
                    orderBy: { CreatedDate: { order: ASC } }
                    first: 10
                ) {
                    edges {
                        node {
                            Id
                            Agent_Code__c @optional {
                                value
                            }
                            State__c @optional {
                                value
                                displayValue
                            }
                            State_Detail__c @optional {
                                value
                            }
                            State_Since__c @optional {
                                value
                            }
                            Server__c @optional {
                                value
                            }
                            Server__r @optional {
                                Command_Route__c @optional {
                                    value
                                }
                                Dialect__c @optional {
                                    value
                                }
                                Supports__c @optional {
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
                            Dialect__c @optional {
                                value
                            }
                            Supports__c @optional {
                                value
                            }
                        }
                    }
                }
                done: ConVox_Command__c(
                    where: {
                        and: [
                            { CreatedById: { eq: $userId } }
                            { Status__c: { eq: "Accepted" } }
                            { Type__c: { in: ["Hold", "Resume", "Mute", "Unmute"] } }
                        ]
                    }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 20
                ) {
                    edges {
                        node {
                            Id
                            Type__c @optional {
                                value
                            }
                            Call__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Process__c(orderBy: { Process_Code__c: { order: ASC } }, first: 100) {
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Process_Code__c @optional {
                                value
                            }
                            Server__c @optional {
                                value
                            }
                            Break_Names__c @optional {
                                value
                            }
                            Transfer_Queues__c @optional {
                                value
                            }
                            Transfer_Disposition__c @optional {
                                value
                            }
                            Wrap_Up_Seconds__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
