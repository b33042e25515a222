import { gql } from 'lightning/graphql';
import type { GraphqlDocument } from 'lightning/graphql';

/** A record's last calls, as many as are asked for, and how many there are. An id belongs to one object only, so one query serves every page; it comes as a text as well, where no lookup can hold it. */
const HISTORY_QUERY = gql`
    query convoxCallHistory($recordId: ID!, $anyId: String!, $first: Int!) {
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
                    first: $first
                ) {
                    totalCount
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

/** What a graphql wire is asked for. */
export interface HistoryRequest {
    readonly query: GraphqlDocument;
    readonly variables: { readonly recordId: string; readonly anyId: string; readonly first: number };
}

/** @param recordId undefined as long as the page has not said whose calls are shown */
export function historyRequest(recordId: string | undefined, first: number): HistoryRequest | undefined {
    return recordId === undefined
        ? undefined
        : { query: HISTORY_QUERY, variables: { recordId, anyId: recordId, first } };
}
