import { gql } from 'lightning/graphql';

/** A page of the campaign's members, read by `readMembers`. `before` lets no cache answer. */
export const MEMBER_QUERY = gql`
    query convoxCampaignMembers($campaignId: ID!, $after: String, $before: DateTime!) {
        uiapi {
            query {
                CampaignMember(
                    where: { and: [{ CampaignId: { eq: $campaignId } }, { CreatedDate: { lte: { value: $before } } }] }
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
            }
        }
    }
`;
