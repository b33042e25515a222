import { gql } from 'lightning/graphql';

/**
 * Everything the softphone must know about a call, in one request: who it may be, what happened before, whether the
 * call has a row already, how it may end, as whom the user answers ConVox, and which of the agent's calls are still in
 * progress and not finished without ConVox, or hold what was entered and not sent. A request has no room for more.
 */
export const CALLER_QUERY = gql`
    query convoxCaller(
        $key: String!
        $reference: String!
        $process: String!
        $userId: ID!
        $mostAgents: Int
        $since: DateTime!
    ) {
        uiapi {
            query {
                Contact(
                    where: {
                        or: [
                            { ConVox_Phone_Key__c: { eq: $key } }
                            { ConVox_Mobile_Key__c: { eq: $key } }
                            { ConVox_Home_Key__c: { eq: $key } }
                            { ConVox_Other_Key__c: { eq: $key } }
                            { ConVox_Assistant_Key__c: { eq: $key } }
                        ]
                    }
                    first: 10
                ) @optional {
                    totalCount
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Title @optional {
                                value
                            }
                            Phone @optional {
                                value
                            }
                            MobilePhone @optional {
                                value
                            }
                            HomePhone @optional {
                                value
                            }
                            OtherPhone @optional {
                                value
                            }
                            AssistantPhone @optional {
                                value
                            }
                            Account @optional {
                                Name @optional {
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
                ) @optional {
                    totalCount
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Company @optional {
                                value
                            }
                            Phone @optional {
                                value
                            }
                            MobilePhone @optional {
                                value
                            }
                        }
                    }
                }
                Account(where: { ConVox_Phone_Key__c: { eq: $key } }, first: 10) @optional {
                    totalCount
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Phone @optional {
                                value
                            }
                        }
                    }
                }
                Record: ConVox_Phone__c(where: { Phone_Key__c: { eq: $key } }, first: 10) @optional {
                    totalCount
                    edges {
                        node {
                            Shown_As__c @optional {
                                value
                            }
                            Number__c @optional {
                                value
                            }
                            Object__c @optional {
                                value
                            }
                            Record_Id__c @optional {
                                value
                            }
                        }
                    }
                }
                ownCalls: ConVox_Call__c(
                    where: {
                        or: [
                            { Call_Reference__c: { eq: $reference } }
                            {
                                and: [
                                    { Agent__c: { eq: $userId } }
                                    { Pop_At__c: { gte: { value: $since } } }
                                    {
                                        or: [
                                            { Draft_Saved_At__c: { ne: null } }
                                            {
                                                and: [
                                                    { Status__c: { eq: "In Progress" } }
                                                    { Kept_At__c: { eq: null } }
                                                ]
                                            }
                                        ]
                                    }
                                ]
                            }
                        ]
                    }
                    orderBy: { Pop_At__c: { order: DESC } }
                    first: 2000
                ) {
                    edges {
                        node {
                            Id
                            Call_Reference__c @optional {
                                value
                            }
                            LastModifiedDate @optional {
                                value
                            }
                            Status_Received_At__c @optional {
                                value
                            }
                            Disposition__c @optional {
                                value
                            }
                            Contact__c @optional {
                                value
                            }
                            Lead__c @optional {
                                value
                            }
                            Account__c @optional {
                                value
                            }
                            Caller_Record_Id__c @optional {
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
                            Notes__c @optional {
                                value
                            }
                            Agent_Disposition__c @optional {
                                value
                            }
                            Draft__c @optional {
                                value
                            }
                            Draft_Saved_At__c @optional {
                                value
                            }
                            Kept_At__c @optional {
                                value
                            }
                            Pop_At__c @optional {
                                value
                            }
                            Pop_Payload__c @optional {
                                value
                            }
                        }
                    }
                }
                recentCalls: ConVox_Call__c(
                    where: { and: [{ Phone_Key__c: { eq: $key } }, { Call_Reference__c: { ne: $reference } }] }
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
                            Contact__c @optional {
                                value
                            }
                            Lead__c @optional {
                                value
                            }
                            Account__c @optional {
                                value
                            }
                            Caller_Record_Id__c @optional {
                                value
                            }
                            Contact__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                                Title @optional {
                                    value
                                }
                                Phone @optional {
                                    value
                                }
                                MobilePhone @optional {
                                    value
                                }
                                HomePhone @optional {
                                    value
                                }
                                OtherPhone @optional {
                                    value
                                }
                                AssistantPhone @optional {
                                    value
                                }
                                Account @optional {
                                    Name @optional {
                                        value
                                    }
                                }
                            }
                            Lead__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                                Company @optional {
                                    value
                                }
                                Phone @optional {
                                    value
                                }
                                MobilePhone @optional {
                                    value
                                }
                                IsConverted @optional {
                                    value
                                }
                            }
                            Account__r @optional {
                                Id
                                Name @optional {
                                    value
                                }
                                Phone @optional {
                                    value
                                }
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
                            Due_At__c @optional {
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
                    first: 2000
                ) {
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Code__c @optional {
                                value
                            }
                            Level__c @optional {
                                value
                            }
                            Needs_Follow_Up__c @optional {
                                value
                            }
                            Parent__r @optional {
                                Code__c @optional {
                                    value
                                }
                            }
                        }
                    }
                }
                ConVox_Agent__c(
                    where: { and: [{ User__c: { eq: $userId } }, { Is_Active__c: { eq: true } }] }
                    orderBy: { CreatedDate: { order: ASC } }
                    first: $mostAgents
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
                                Time_Zone__c @optional {
                                    value
                                }
                                Command_Route__c @optional {
                                    value
                                }
                                Phone_Keys_Filled__c @optional {
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
                            Time_Zone__c @optional {
                                value
                            }
                            Command_Route__c @optional {
                                value
                            }
                            Phone_Keys_Filled__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
