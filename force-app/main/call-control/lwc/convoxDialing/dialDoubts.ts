import { adviceOnRefusal } from 'c/convoxCallControl';
import { isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';
import { gql } from 'lightning/graphql';
import type { DialTarget } from './dialCommand.ts';
import { uncachedMoment } from './uncachedMoment.ts';
import type { WireReader } from './wireReader.ts';

/** What speaks against a call that the agent asked for. */
export interface DialDoubts {
    /** The customer's record says that they are not to be called. */
    readonly isDoNotCall: boolean;
    /** The contact's or the lead's; '' for a number of nobody. */
    readonly name: string;
    /** When ConVox refused to call this number because it is on its own list, an ISO instant; '' when it did not. */
    readonly refusedAt: string;
}

/** What c/convoxDialQuestion offers to the page it stands in. */
export interface DialQuestion {
    /** Whether something speaks against the call; then the agent is asked. */
    hasDoubts(target: DialTarget): Promise<boolean>;
}

/** Whether an element of the page, such as `this.refs.question`, is a c-convox-dial-question. */
export function isDialQuestion(element: unknown): element is DialQuestion {
    return typeof element === 'object' && element !== null && 'hasDoubts' in element;
}

/** Id of no record: a filter by nothing may fall away, and the first customer of the org would answer. */
const NOBODY = '000000000000000AAA';

/** The customer, and how the last dials of the number that were answered ended. */
const DOUBTS_QUERY = gql`
    query convoxDialDoubts($contact: ID!, $lead: ID!, $phone: String!, $until: DateTime!) {
        uiapi {
            query {
                Contact(where: { Id: { eq: $contact } }, first: 1) @optional {
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            DoNotCall @optional {
                                value
                            }
                        }
                    }
                }
                Lead(where: { Id: { eq: $lead } }, first: 1) @optional {
                    edges {
                        node {
                            Id
                            Name @optional {
                                value
                            }
                            DoNotCall @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Command__c(
                    where: {
                        and: [
                            { Phone_Number__c: { eq: $phone } }
                            { Status__c: { in: ["Accepted", "Refused"] } }
                            { CreatedDate: { lte: { value: $until } } }
                        ]
                    }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 20
                ) {
                    edges {
                        node {
                            Id
                            CreatedDate @optional {
                                value
                            }
                            Status__c @optional {
                                value
                            }
                            Reply_Code__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/**
 * What speaks against the call; undefined for nothing, and when nobody answers in time: ConVox refuses whom it may not call.
 */
export async function dialDoubts({ dial, customer }: DialTarget, reader: WireReader): Promise<DialDoubts | undefined> {
    const { Contact__c: contact = NOBODY, Lead__c: lead = NOBODY } = customer;
    const variables = { contact, lead, phone: dial, until: uncachedMoment(Date.now()) };
    const data = await reader.read({ query: DOUBTS_QUERY, variables });
    const [record] = ['Contact', 'Lead'].flatMap((object) => rowsOf(data, object));
    const isDoNotCall = isSet(record, 'DoNotCall');
    const refusedAt = refusalIn(data);
    return isDoNotCall || refusedAt ? { isDoNotCall, name: textOf(record, 'Name'), refusedAt } : undefined;
}

/** A refusal for another reason says nothing about the number; a call since then says that it may be called. */
function refusalIn(data: unknown): string {
    const telling = rowsOf(data, 'ConVox_Command__c').find(
        (row) =>
            textOf(row, 'Status__c') === 'Accepted' || adviceOnRefusal(textOf(row, 'Reply_Code__c')) === 'doNotCall'
    );
    return textOf(telling, 'Status__c') === 'Refused' ? textOf(telling, 'CreatedDate') : '';
}
