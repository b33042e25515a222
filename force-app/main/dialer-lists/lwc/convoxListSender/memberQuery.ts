import { gql } from 'lightning/graphql';

/** A page of the campaign's members, and the processes whose lists may be filled. Read by `readMembers` and `readLists`. */
export const MEMBER_QUERY = gql`
    query convoxCampaignMembers($campaignId: ID, $after: String) {
        uiapi {
            query {
                CampaignMember(
                    where: { CampaignId: { eq: $campaignId } }
                    orderBy: { Id: { order: ASC } }
                    first: 200
                    after: $after
                ) @optional {
                    pageInfo {
                        endCursor
                        hasNextPage
                    }
                    edges {
                        node {
                            Id
                            ContactId @optional {
                                value
                            }
                            LeadId @optional {
                                value
                            }
                            Phone @optional {
                                value
                            }
                            MobilePhone @optional {
                                value
                            }
                            DoNotCall @optional {
                                value
                            }
                            FirstName @optional {
                                value
                            }
                            LastName @optional {
                                value
                            }
                            Title @optional {
                                value
                            }
                            CompanyOrAccount @optional {
                                value
                            }
                            City @optional {
                                value
                            }
                            State @optional {
                                value
                            }
                            PostalCode @optional {
                                value
                            }
                            Country @optional {
                                value
                            }
                            Email @optional {
                                value
                            }
                            Status @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Process__c(orderBy: { Process_Code__c: { order: ASC } }, first: 100) {
                    edges {
                        node {
                            Id
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
