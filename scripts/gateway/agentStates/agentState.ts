/** What an agent does, as a record in Salesforce names it. `Unknown`: what was known before holds no more. */
export const agentStates = [
    'Ready',
    'Ringing',
    'Talking',
    'On Hold',
    'Wrap-Up',
    'Break',
    'Missed',
    'Logged Out',
    'Unknown'
] as const;
export type AgentState = (typeof agentStates)[number];

/** Who told it. */
export const newsSources = ['Pop', 'Command', 'Call Status', 'ConVox'] as const;
