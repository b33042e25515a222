import { gql } from 'lightning/graphql';

/** The row of one command, by its unique key. */
export const COMMAND_QUERY = gql`
    query convoxCommand($key: String!) {
        uiapi {
            query {
                ConVox_Command__c(where: { Key__c: { eq: $key } }, first: 1) {
                    edges {
                        node {
                            Id
                            Key__c @optional {
                                value
                            }
                            Status__c @optional {
                                value
                            }
                            Disposition__c @optional {
                                value
                            }
                            Reply_Code__c @optional {
                                value
                            }
                            Reply__c @optional {
                                value
                            }
                            Error__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
