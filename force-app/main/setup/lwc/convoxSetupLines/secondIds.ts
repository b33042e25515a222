import type { AgentFacts, ServerFacts } from 'c/convoxSetupChecks';
import type { CreateRecordInput } from 'lightning/uiRecordApi';

/** Active agents, the first entered first, and what an agent's server is that names none. */
export interface KnownAgents {
    readonly agents: readonly KnownAgent[];
    readonly defaultServerId: string;
}

type KnownAgent = Pick<AgentFacts, 'id' | 'code' | 'userId' | 'serverId'>;

export function knownAgents(agents: readonly AgentFacts[], servers: readonly ServerFacts[]): KnownAgents {
    return {
        agents: [...agents].sort((one, other) => (one.enteredAt < other.enteredAt ? -1 : 1)),
        defaultServerId: servers.find(({ isDefault }) => isDefault)?.id ?? ''
    };
}

/** Ids of one user that the phone asks for. */
export const MOST_IDS = 10;

/** What a further id of one user would come to: more than the phone asks for, or one of two at a server. */
type SecondId = 'tooMany' | { readonly atServer: string; readonly dialsAs: string };

/** Undefined for a row that is no such id. */
export function secondIdOf({ apiName, fields }: CreateRecordInput, known: KnownAgents): SecondId | undefined {
    const own = known.agents.filter(({ userId }) => userId === fields.User__c);
    const serverOf = (id: unknown): unknown => id || known.defaultServerId;
    const other = own.find(({ serverId }) => serverOf(serverId) === serverOf(fields.Server__c));
    if (apiName !== 'ConVox_Agent__c') {
        return undefined;
    }
    if (own.length >= MOST_IDS) {
        return 'tooMany';
    }
    return other && { atServer: other.code, dialsAs: own[0]?.code ?? '' };
}

/** @param id of the agent that was changed; '' for a new one */
export function withAgent(known: KnownAgents, { apiName, fields }: CreateRecordInput, id = ''): KnownAgents {
    const { Agent_Code__c: code, User__c: userId, Server__c: serverId = '' } = fields;
    return apiName === 'ConVox_Agent__c'
        ? {
              ...known,
              agents: [
                  ...known.agents.filter((agent) => id === '' || agent.id !== id),
                  { id, code: String(code), userId: String(userId), serverId: String(serverId) }
              ]
          }
        : known;
}
