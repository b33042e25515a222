import { gql } from 'lightning/graphql';
import type { GraphqlDocument } from 'lightning/graphql';

/** What a graphql wire is asked for. */
export interface ListRequest {
    readonly query: GraphqlDocument;
    readonly variables: { readonly campaignId: string };
}

/** An id that nothing has. */
const NO_CAMPAIGN = '000000000000000AAA';

/** The processes whose lists may be filled, read by `readLists`, and the list that the campaign filled last, by `lastList`. */
const LIST_QUERY = gql`
    query convoxLists($campaignId: ID!) {
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
                ConVox_List_Entry__c(
                    where: { Campaign__c: { eq: $campaignId } }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 1
                ) @optional {
                    edges {
                        node {
                            Id
                            Campaign__c @optional {
                                value
                            }
                            List_ID__c @optional {
                                value
                            }
                            Process_Name__c @optional {
                                value
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

/** @param campaignId '' for people of a list view */
export function listRequest(campaignId: string): ListRequest {
    return { query: LIST_QUERY, variables: { campaignId: campaignId || NO_CAMPAIGN } };
}
