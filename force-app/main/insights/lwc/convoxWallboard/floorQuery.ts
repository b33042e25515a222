import { gql } from 'lightning/graphql';

/**
 * Everything on the wallboard in one request: calls of customers added up by process, state and day of their server, the calls in
 * progress, what agents do, and what waits for somebody: of today and the seven days before, as in the list views, for
 * what is older is no work of today. Which of the days is today a server's own clock says; in lists the reader's does. Two clocks
 * are at most two days apart.
 */
export const FLOOR_QUERY = gql`
    query convoxFloor($shift: DateTime!) {
        uiapi {
            aggregate {
                days: ConVox_Call__c(
                    where: {
                        and: [
                            { Direction__c: { eq: "Inbound" } }
                            { Start_Day__c: { gte: { range: { last_n_days: 2 } } } }
                        ]
                    }
                    groupBy: {
                        Start_Day__c: { group: true }
                        Server_Code__c: { group: true }
                        Process_Name__c: { group: true }
                        Process_in_Words__c: { group: true }
                        Status__c: { group: true }
                    }
                    first: 2000
                ) {
                    edges {
                        node {
                            aggregate {
                                Start_Day__c {
                                    value
                                }
                                Server_Code__c {
                                    value
                                }
                                Process_Name__c {
                                    value
                                }
                                Process_in_Words__c {
                                    value
                                }
                                Offered_Calls__c {
                                    sum {
                                        value
                                    }
                                }
                                Answered_Calls__c {
                                    sum {
                                        value
                                    }
                                }
                                Missed_Calls__c {
                                    sum {
                                        value
                                    }
                                }
                                Answered_In_Target__c {
                                    sum {
                                        value
                                    }
                                }
                                Wait_Seconds__c {
                                    count {
                                        value
                                    }
                                    sum {
                                        value
                                    }
                                }
                                Answer_Target_Seconds__c {
                                    min {
                                        value
                                    }
                                    max {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
            }
            query {
                inProgress: ConVox_Call__c(
                    where: { and: [{ Status__c: { eq: "In Progress" } }, { Kept_At__c: { eq: null } }] }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 200
                ) {
                    totalCount
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            CreatedDate @optional {
                                value
                            }
                            Pop_At__c @optional {
                                value
                            }
                            Started_At__c @optional {
                                value
                            }
                            Direction__c @optional {
                                value
                                displayValue
                            }
                            Process_Name__c @optional {
                                value
                            }
                            Process_in_Words__c @optional {
                                value
                            }
                            Agent_Code__c @optional {
                                value
                            }
                            Agent__r @optional {
                                Name @optional {
                                    value
                                }
                            }
                        }
                    }
                }
                missed: ConVox_Call__c(
                    where: {
                        and: [
                            { Direction__c: { eq: "Inbound" } }
                            { Status__c: { eq: "Not Connected" } }
                            { or: [{ Returned_At__c: { eq: null } }, { Is_Return_Void__c: { eq: true } }] }
                            { Start_Day__c: { gte: { range: { last_n_days: 7 } } } }
                        ]
                    }
                    orderBy: { Started_At__c: { order: ASC } }
                    first: 1
                ) {
                    totalCount
                    edges {
                        node {
                            Id
                            Started_At__c @optional {
                                value
                            }
                        }
                    }
                }
                promises: ConVox_Follow_Up__c(
                    where: {
                        and: [
                            { State__c: { in: ["Open", "Broken"] } }
                            { Due_Day__c: { lte: { literal: TODAY } } }
                            { Due_Day__c: { gte: { range: { last_n_days: 7 } } } }
                        ]
                    }
                    orderBy: { Due_At__c: { order: DESC } }
                    first: 500
                ) {
                    totalCount
                    edges {
                        node {
                            Id
                            Due_At__c @optional {
                                value
                            }
                        }
                    }
                }
                agents: ConVox_Agent__c(
                    where: { and: [{ Is_Active__c: { eq: true } }, { State_Since__c: { gte: { value: $shift } } }] }
                    orderBy: { State_Since__c: { order: ASC } }
                    first: 200
                ) {
                    edges {
                        node {
                            Id
                            Agent_Code__c @optional {
                                value
                            }
                            User__r @optional {
                                Name @optional {
                                    value
                                }
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
                        }
                    }
                }
                servers: ConVox_Server__c(first: 200) {
                    edges {
                        node {
                            Id
                            Code__c @optional {
                                value
                            }
                            Is_Default__c @optional {
                                value
                            }
                            Time_Zone__c @optional {
                                value
                            }
                        }
                    }
                }
                processes: ConVox_Process__c(orderBy: { Process_Code__c: { order: ASC } }, first: 500) {
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Process_Code__c @optional {
                                value
                            }
                        }
                    }
                }
                commands: ConVox_Command__c(
                    where: { and: [{ Status__c: { eq: "Unknown" } }, { Requested_Day__c: { eq: { literal: TODAY } } }] }
                    first: 1
                ) {
                    totalCount
                }
            }
        }
    }
`;
