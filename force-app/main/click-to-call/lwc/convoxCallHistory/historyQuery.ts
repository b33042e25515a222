import { gql } from 'lightning/graphql';

/** A record's last ten calls. An id belongs to one object only, so one query serves every page; it comes as a text as well, where no lookup can hold it. */
export const HISTORY_QUERY = gql`
    query convoxCallHistory($recordId: ID!, $anyId: String!) {
        uiapi {
            query {
                ConVox_Call__c(
                    where: {
                        or: [
                            { Contact__c: { eq: $recordId } }
                            { Lead__c: { eq: $recordId } }
                            { Account__c: { eq: $recordId } }
                            { Case__c: { eq: $recordId } }
                            { Caller_Record_Id__c: { eq: $anyId } }
                        ]
                    }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 10
                ) {
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            CreatedDate @optional {
                                value
                            }
                            Started_At__c @optional {
                                value
                            }
                            Pop_At__c @optional {
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
                            Duration_Seconds__c @optional {
                                value
                            }
                            Recording__c @optional {
                                value
                            }
                            Customer_Number__c @optional {
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
            }
        }
    }
`;
