import { gql } from 'lightning/graphql';

/** When customers of a process are called, at each server that has one of this name. Read by `hoursIn`. */
export const HOURS_QUERY = gql`
    query convoxCallingHours($process: String) {
        uiapi {
            query {
                ConVox_Process__c(where: { Process_Code__c: { eq: $process } }, first: 100) {
                    edges {
                        node {
                            Id
                            Server__c @optional {
                                value
                            }
                            Calling_From__c @optional {
                                value
                            }
                            Calling_To__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
