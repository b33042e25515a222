import { isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';

/** The clock of a ConVox server that nobody set up. */
export const DEFAULT_TIME_ZONE = 'Asia/Kolkata';

/** How a server's record says commands travel: in the agent's own session, or by Salesforce's background queue. */
export type CommandRoute = 'Direct' | 'Background';

/** As whom the user talks to ConVox, and how that agent's ConVox server wants to be spoken to. */
export interface AgentSetup {
    readonly agentCode: string;
    /** Id of the ConVox_Server__c record; '' when neither the agent nor the org names one. */
    readonly serverId: string;
    /** IANA name of the zone the server keeps its clock in. */
    readonly timeZone: string;
    readonly route: CommandRoute;
    /** False while customers saved before the package came still lack their phone keys. */
    readonly arePhoneKeysFilled: boolean;
}

/**
 * All agents that the user is, usually one, in the order of the answer. An agent that names no server has the default
 * one.
 * @param data what the GraphQL wire delivered for a query that asks for the user's active rows of ConVox_Agent__c with
 *     Agent_Code__c, Server__c and Server__r, and for the default ConVox_Server__c with Id, both with the server's fields
 */
export function readAgents(data: unknown): AgentSetup[] {
    const [defaultServer] = rowsOf(data, 'ConVox_Server__c');
    return rowsOf(data, 'ConVox_Agent__c').map((row) => {
        const agentCode = textOf(row, 'Agent_Code__c');
        const ownServer = textOf(row, 'Server__c');
        return ownServer
            ? { agentCode, serverId: ownServer, ...mannersOf(row, 'Server__r.') }
            : { agentCode, serverId: textOf(defaultServer, 'Id'), ...mannersOf(defaultServer, '') };
    });
}

/** Without any server nothing says that keys are missing. */
function mannersOf(row: GraphqlRow | undefined, path: string): Omit<AgentSetup, 'agentCode' | 'serverId'> {
    return {
        timeZone: textOf(row, `${path}Time_Zone__c`) || DEFAULT_TIME_ZONE,
        route: textOf(row, `${path}Command_Route__c`) === 'Background' ? 'Background' : 'Direct',
        arePhoneKeysFilled: row === undefined || isSet(row, `${path}Phone_Keys_Filled__c`)
    };
}
