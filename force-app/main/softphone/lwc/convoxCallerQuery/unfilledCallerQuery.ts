import { gql } from 'lightning/graphql';

/** The slow way for customers whose keys are not filled yet: reads every phone number of the org. */
export const UNFILLED_CALLER_QUERY = gql`
    query convoxUnfilledCaller($pattern: PhoneNumber) {
        uiapi {
            query {
                Contact(
                    where: { or: [{ Phone: { like: $pattern } }, { MobilePhone: { like: $pattern } }] }
                    first: 10
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Title {
                                value
                            }
                            Phone {
                                value
                            }
                            MobilePhone {
                                value
                            }
                            Account {
                                Name {
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
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Company {
                                value
                            }
                            Phone {
                                value
                            }
                            MobilePhone {
                                value
                            }
                        }
                    }
                }
                Account(where: { Phone: { like: $pattern } }, first: 10) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Phone {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
