/**
 * What an agent can ask of ConVox beside dialling and ending a call: the ACTION that Salesforce tells the gateway, the types
 * of a command's row, and what a server's record says that it supports.
 */
export const agentActions = [
    'Ready',
    'Break',
    'LogOut',
    'Hold',
    'Resume',
    'Mute',
    'Unmute',
    'TransferToQueue',
    'TransferToProcess'
] as const;
export type AgentAction = (typeof agentActions)[number];

/** The action of this name, in any case. */
export function agentActionOf(name: string): AgentAction | undefined {
    return agentActions.find((action) => action.toLowerCase() === name.toLowerCase());
}

/** Whether it hands the agent's call to somebody else, which is the end of it for the agent. */
export function isTransfer(action: AgentAction): boolean {
    return action.startsWith('Transfer');
}
