import { gql } from 'lightning/graphql';

/** The row of one command, by its unique key. */
export const COMMAND_QUERY = gql`
    query convoxCommand($key: String) {
        uiapi {
            query {
                ConVox_Command__c(where: { Key__c: { eq: $key } }, first: 1) {
                    edges {
                        node {
                            Id
                            Key__c {
                                value
                            }
                            Status__c {
                                value
                            }
                            Reply_Code__c {
                                value
                            }
                            Reply__c {
                                value
                            }
                            Error__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
