import { gql } from 'lightning/graphql';

/** What was set up, and how it did day by day. An org answers ten questions in one request. */
export const SETUP_QUERY = gql`
    query convoxSetup {
        uiapi {
            query {
                ConVox_Server__c(orderBy: { CreatedDate: { order: ASC } }, first: 2000) {
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                            }
                            Name @optional {
                                value
                            }
                            Is_Default__c @optional {
                                value
                            }
                            Code__c @optional {
                                value
                            }
                            Time_Zone__c @optional {
                                value
                            }
                            Dialect__c @optional {
                                value
                            }
                            Recordings_Base__c @optional {
                                value
                            }
                            Phone_Keys_Filled__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Process__c(orderBy: { Process_Code__c: { order: ASC } }, first: 2000) {
                    totalCount
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                            }
                            Process_Code__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Disposition__c(
                    where: { Is_Active__c: { eq: true } }
                    orderBy: { CreatedDate: { order: ASC } }
                    first: 2000
                ) {
                    totalCount
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            Level__c @optional {
                                value
                            }
                            Parent__c @optional {
                                value
                            }
                            Code__c @optional {
                                value
                            }
                            Process__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Agent__c(
                    where: { Is_Active__c: { eq: true } }
                    orderBy: { Agent_Code__c: { order: ASC } }
                    first: 2000
                ) {
                    totalCount
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                            }
                            Agent_Code__c @optional {
                                value
                            }
                            User__c @optional {
                                value
                            }
                            Server__c @optional {
                                value
                            }
                            User__r @optional {
                                Name @optional {
                                    value
                                }
                                IsActive @optional {
                                    value
                                }
                            }
                        }
                    }
                }
                changes: ConVox_Health__c(
                    where: { Colour__c: { eq: "Change" } }
                    orderBy: { CreatedDate: { order: ASC } }
                    first: 50
                ) @optional {
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                                displayValue
                            }
                            CreatedBy @optional {
                                Name @optional {
                                    value
                                }
                            }
                            Red_Checks__c @optional {
                                value
                            }
                            What__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Health__c(where: { Day__c: { ne: null } }, orderBy: { Day__c: { order: DESC } }, first: 14)
                    @optional {
                    edges {
                        node {
                            Id
                            Day__c @optional {
                                value
                            }
                            Colour__c @optional {
                                value
                            }
                            Red_Checks__c @optional {
                                value
                            }
                            What__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
