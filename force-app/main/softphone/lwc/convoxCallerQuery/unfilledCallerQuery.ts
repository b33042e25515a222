import { gql } from 'lightning/graphql';

/** The slow way for customers whose keys are not filled yet: reads every phone number of the org. */
export const UNFILLED_CALLER_QUERY = gql`
    query convoxUnfilledCaller($pattern: PhoneNumber!) {
        uiapi {
            query {
                Contact(
                    where: {
                        or: [
                            { Phone: { like: $pattern } }
                            { MobilePhone: { like: $pattern } }
                            { HomePhone: { like: $pattern } }
                            { OtherPhone: { like: $pattern } }
                            { AssistantPhone: { like: $pattern } }
                        ]
                    }
                    first: 10
                ) @optional {
                    totalCount
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Title @optional {
                                value
                            }
                            Phone @optional {
                                value
                            }
                            MobilePhone @optional {
                                value
                            }
                            HomePhone @optional {
                                value
                            }
                            OtherPhone @optional {
                                value
                            }
                            AssistantPhone @optional {
                                value
                            }
                            Account @optional {
                                Name @optional {
                                    value
                                }
                            }
                        }
                    }
                }
                Lead(
                    where: {
                        and: [
                            { IsConverted: { eq: false } }
                            { or: [{ Phone: { like: $pattern } }, { MobilePhone: { like: $pattern } }] }
                        ]
                    }
                    first: 10
                ) @optional {
                    totalCount
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Company @optional {
                                value
                            }
                            Phone @optional {
                                value
                            }
                            MobilePhone @optional {
                                value
                            }
                        }
                    }
                }
                Account(where: { Phone: { like: $pattern } }, first: 10) @optional {
                    totalCount
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Phone @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
