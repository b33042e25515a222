import { gql } from 'lightning/graphql';

/** The processes whose lists may be filled. Read by `readLists`. */
export const LIST_QUERY = gql`
    query convoxLists {
        uiapi {
            query {
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
                            Server__r @optional {
                                Code__c @optional {
                                    value
                                }
                                Dialect__c @optional {
                                    value
                                }
                                Is_Default__c @optional {
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
                            Dialect__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
