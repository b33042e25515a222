import { gql } from 'lightning/graphql';

/** As whom the user calls: what `readAgents` of c/convoxAgentSetup reads. */
export const DIALER_QUERY = gql`
    query convoxDialer($userId: ID!) {
        uiapi {
            query {
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
