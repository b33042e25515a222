import type { CommandRoute } from 'c/convoxCallControl';
import { isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';

const DEFAULT_TIME_ZONE = 'Asia/Kolkata';

/** As whom the signed-in user answers calls, and how that agent's ConVox server wants to be spoken to. */
export interface AgentSetup {
    readonly agentCode: string;
    /** Id of the ConVox_Server__c record; '' when the agent has none. */
    readonly serverId: string;
    readonly timeZone: string;
    readonly route: CommandRoute;
    /** False while customers saved before the package came still lack their phone keys. */
    readonly arePhoneKeysFilled: boolean;
}

/** All agents that the user is; usually one. */
export function readAgents(data: unknown): AgentSetup[] {
    return rowsOf(data, 'ConVox_Agent__c').map((row) => {
        const serverId = textOf(row, 'Server__c');
        return {
            agentCode: textOf(row, 'Agent_Code__c'),
            serverId,
            timeZone: textOf(row, 'Server__r.Time_Zone__c') || DEFAULT_TIME_ZONE,
            route: textOf(row, 'Server__r.Command_Route__c') === 'Background' ? 'Background' : 'Direct',
            arePhoneKeysFilled: serverId === '' || isSet(row, 'Server__r.Phone_Keys_Filled__c')
        };
    });
}
