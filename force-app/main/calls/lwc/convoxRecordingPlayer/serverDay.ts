import { serverTimeAt } from 'c/convoxContract';
import { isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';
import { gql } from 'lightning/graphql';

/** The reference of a call, which begins with its server's code, and the zones of all servers. Read by `serverDay`. */
export const SERVERS_QUERY = gql`
    query convoxServersOfCall($callId: ID!) {
        uiapi {
            query {
                ConVox_Call__c(where: { Id: { eq: $callId } }, first: 1) {
                    edges {
                        node {
                            Id
                            Call_Reference__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Server__c(first: 200) {
                    edges {
                        node {
                            Id
                            Code__c @optional {
                                value
                            }
                            Is_Default__c @optional {
                                value
                            }
                            Time_Zone__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** `YYYY-MM-DD` on the clock of the call's server; undefined while nobody knows which that is. */
export function serverDay(data: unknown, now: Date): string | undefined {
    const [call] = rowsOf(data, 'ConVox_Call__c');
    const [code = ''] = /^[^:]*(?=:)/.exec(textOf(call, 'Call_Reference__c')) ?? [];
    const servers = rowsOf(data, 'ConVox_Server__c');
    const server =
        servers.find((row) => code !== '' && textOf(row, 'Code__c') === code.toLowerCase()) ??
        servers.find((row) => isSet(row, 'Is_Default__c'));
    return serverTimeAt(now.toISOString(), textOf(server, 'Time_Zone__c'))?.date;
}
