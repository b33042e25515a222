import { gql } from 'lightning/graphql';

/** When customers of a process are called. Read by `hoursIn`. */
export const HOURS_QUERY = gql`
    query convoxCallingHours($process: String!) {
        uiapi {
            query {
                ConVox_Process__c(where: { Process_Code__c: { eq: $process } }, first: 1) {
                    edges {
                        node {
                            Id
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
