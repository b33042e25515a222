import { gql } from 'lightning/graphql';

/**
 * Everything the softphone must know about a call, in one request: who it may be, what happened before, whether the
 * call has a row already, how it may end, and as whom the user answers ConVox.
 */
export const CALLER_QUERY = gql`
    query convoxCaller($key: String, $reference: String, $process: String, $userId: ID) {
        uiapi {
            query {
                Contact(
                    where: { or: [{ ConVox_Phone_Key__c: { eq: $key } }, { ConVox_Mobile_Key__c: { eq: $key } }] }
                    first: 10
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Title {
                                value
                            }
                            Phone {
                                value
                            }
                            MobilePhone {
                                value
                            }
                            Account {
                                Name {
                                    value
                                }
                            }
                        }
                    }
                }
                Lead(
                    where: {
                        and: [
                            { IsConverted: { eq: false } }
                            { or: [{ ConVox_Phone_Key__c: { eq: $key } }, { ConVox_Mobile_Key__c: { eq: $key } }] }
                        ]
                    }
                    first: 10
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Company {
                                value
                            }
                            Phone {
                                value
                            }
                            MobilePhone {
                                value
                            }
                        }
                    }
                }
                Account(where: { ConVox_Phone_Key__c: { eq: $key } }, first: 10) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Phone {
                                value
                            }
                        }
                    }
                }
                thisCall: ConVox_Call__c(where: { Call_Reference__c: { eq: $reference } }, first: 1) {
                    edges {
                        node {
                            Id
                            Status_Received_At__c {
                                value
                            }
                            Disposition__c {
                                value
                            }
                            Contact__c {
                                value
                            }
                            Lead__c {
                                value
                            }
                            Account__c {
                                value
                            }
                            Pop_At__c {
                                value
                            }
                        }
                    }
                }
                recentCalls: ConVox_Call__c(
                    where: { and: [{ Phone_Key__c: { eq: $key } }, { Call_Reference__c: { ne: $reference } }] }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 3
                ) {
                    edges {
                        node {
                            Id
                            CreatedDate {
                                value
                            }
                            Started_At__c {
                                value
                            }
                            Direction__c {
                                value
                                displayValue
                            }
                            Status__c {
                                value
                                displayValue
                            }
                            Disposition__c {
                                value
                            }
                            Contact__c {
                                value
                            }
                            Lead__c {
                                value
                            }
                            Account__c {
                                value
                            }
                        }
                    }
                }
                ConVox_Follow_Up__c(
                    where: { and: [{ Phone_Key__c: { eq: $key } }, { State__c: { eq: "Open" } }] }
                    orderBy: { Due_At__c: { order: ASC } }
                    first: 3
                ) {
                    edges {
                        node {
                            Id
                            Due_At__c {
                                value
                            }
                        }
                    }
                }
                ConVox_Disposition__c(
                    where: {
                        and: [{ Is_Active__c: { eq: true } }, { Process__r: { Process_Code__c: { eq: $process } } }]
                    }
                    orderBy: { Sort_Order__c: { order: ASC } }
                    first: 200
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Code__c {
                                value
                            }
                            Level__c {
                                value
                            }
                            Needs_Follow_Up__c {
                                value
                            }
                            Parent__r {
                                Code__c {
                                    value
                                }
                            }
                        }
                    }
                }
                ConVox_Agent__c(
                    where: { and: [{ User__c: { eq: $userId } }, { Is_Active__c: { eq: true } }] }
                    first: 10
                ) {
                    edges {
                        node {
                            Id
                            Agent_Code__c {
                                value
                            }
                            Server__c {
                                value
                            }
                            Server__r {
                                Time_Zone__c {
                                    value
                                }
                                Command_Route__c {
                                    value
                                }
                                Phone_Keys_Filled__c {
                                    value
                                }
                            }
                        }
                    }
                }
            }
        }
    }
`;
