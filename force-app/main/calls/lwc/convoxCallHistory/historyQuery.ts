import { gql } from 'lightning/graphql';

/** A record's last ten calls. An id belongs to one object only, so one query serves every page. */
export const HISTORY_QUERY = gql`
    query convoxCallHistory($recordId: ID) {
        uiapi {
            query {
                ConVox_Call__c(
                    where: {
                        or: [
                            { Contact__c: { eq: $recordId } }
                            { Lead__c: { eq: $recordId } }
                            { Account__c: { eq: $recordId } }
                            { Case__c: { eq: $recordId } }
                        ]
                    }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 10
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            CreatedDate {
                                value
                            }
                            Started_At__c {
                                value
                            }
                            Pop_At__c {
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
                            Duration_Seconds__c {
                                value
                            }
                            Agent_Code__c {
                                value
                            }
                            Agent__r {
                                Name {
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
