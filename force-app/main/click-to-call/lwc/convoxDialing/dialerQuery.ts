import { gql } from 'lightning/graphql';
import type { CommandRoute } from 'c/convoxCallControl';
import { rowsOf, textOf } from 'c/convoxGraphqlRows';

/** As whom the user calls, and which way orders to that agent's server go. */
export const DIALER_QUERY = gql`
    query convoxDialer($userId: ID) {
        uiapi {
            query {
                ConVox_Agent__c(
                    where: { and: [{ User__c: { eq: $userId } }, { Is_Active__c: { eq: true } }] }
                    orderBy: { CreatedDate: { order: ASC } }
                    first: 1
                ) {
                    edges {
                        node {
                            Id
                            Agent_Code__c @optional {
                                value
                            }
                            Server__c @optional {
                                value
                            }
                            Server__r @optional {
                                Command_Route__c @optional {
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
                            Command_Route__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

export interface Dialer {
    readonly agentCode: string;
    /** Id of the ConVox_Server__c row; '' when neither the agent nor the org names one. */
    readonly serverId: string;
    readonly route: CommandRoute;
}

/** Reads the answer to DIALER_QUERY; undefined when the user is no active agent. An agent without a server has the default one. */
export function dialerOf(data: unknown): Dialer | undefined {
    const [agent] = rowsOf(data, 'ConVox_Agent__c');
    if (agent === undefined) {
        return undefined;
    }
    const [defaultServer] = rowsOf(data, 'ConVox_Server__c');
    const ownServer = textOf(agent, 'Server__c');
    const route = ownServer ? textOf(agent, 'Server__r.Command_Route__c') : textOf(defaultServer, 'Command_Route__c');
    return {
        agentCode: textOf(agent, 'Agent_Code__c'),
        serverId: ownServer || textOf(defaultServer, 'Id'),
        route: route === 'Background' ? 'Background' : 'Direct'
    };
}
