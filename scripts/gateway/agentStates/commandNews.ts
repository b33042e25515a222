import { agentActionOf } from '#agent-action';
import type { AgentAction } from '#agent-action';
import type { CommandOutcome, SheetCommand } from '../callControl/dialects/dialect.ts';
import { textsOf } from '../callControl/dialects/spokenCommand.ts';
import type { AgentNews } from './agentNews.ts';
import type { AgentState } from './agentState.ts';

/** What an agent does once ConVox has taken a command. Muting changes nothing of it. */
const AFTER: Readonly<Partial<Record<AgentAction | 'CLOSE' | 'CALL' | 'DIAL', AgentState>>> = {
    Ready: 'Ready',
    Break: 'Break',
    LogOut: 'Logged Out',
    Hold: 'On Hold',
    Resume: 'Talking',
    TransferToQueue: 'Ready',
    TransferToProcess: 'Ready',
    CLOSE: 'Ready',
    CALL: 'Ringing',
    DIAL: 'Ringing'
};

/** The refusal of a dial that tells what the agent does: CL006, not logged in. */
const NOT_LOGGED_IN = 'CL006';

/** What a command, in ConVox's own words, and its answer tell of the agent; undefined when that is nothing. */
export function commandNews(
    command: SheetCommand,
    { outcome, code }: Pick<CommandOutcome, 'outcome' | 'code'>,
    now: number,
    server?: string
): AgentNews | undefined {
    const text = textsOf(command);
    const state = outcome === 'refused' ? refusedState(code) : stateAfter(text('action'), outcome);
    const agentCode = ['agent_id', 'user', 'userid'].map(text).find((name) => name !== '');
    return state === undefined || agentCode === undefined
        ? undefined
        : {
              agentCode,
              state,
              since: now,
              source: 'Command',
              detail: state === 'Break' ? text('target') : '',
              ...(server !== undefined && { server })
          };
}

function refusedState(code: string): AgentState | undefined {
    return code === NOT_LOGGED_IN ? 'Logged Out' : undefined;
}

function stateAfter(action: string, outcome: CommandOutcome['outcome']): AgentState | undefined {
    const sheets = (['CLOSE', 'CALL', 'DIAL'] as const).find((name) => name === action.toUpperCase());
    const asked = agentActionOf(action) ?? sheets;
    return outcome === 'accepted' && asked !== undefined ? AFTER[asked] : undefined;
}
