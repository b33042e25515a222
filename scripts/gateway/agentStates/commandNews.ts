import { agentActionOf } from '#agent-action';
import type { AgentAction } from '#agent-action';
import type { CommandOutcome, SheetCommand } from '../callControl/dialects/dialect.ts';
import { textsOf } from '../callControl/dialects/spokenCommand.ts';
import type { AgentNews } from './agentNews.ts';

type Known = Pick<AgentNews, 'state' | 'detail'>;

/** The call is over; that its agent is ready since, ConVox has not said. */
const AFTER_A_CALL: Known = { state: 'Ready', detail: 'CLOSE' };

/** What an agent does once ConVox has taken a command. Muting changes nothing of it. */
const AFTER: Readonly<Partial<Record<AgentAction | 'CLOSE' | 'CALL' | 'DIAL', Known>>> = {
    Ready: { state: 'Ready', detail: '' },
    Break: { state: 'Break', detail: '' },
    LogOut: { state: 'Logged Out', detail: '' },
    Hold: { state: 'On Hold', detail: '' },
    Resume: { state: 'Talking', detail: '' },
    TransferToQueue: AFTER_A_CALL,
    TransferToProcess: AFTER_A_CALL,
    CLOSE: AFTER_A_CALL,
    CALL: { state: 'Ringing', detail: '' },
    DIAL: { state: 'Ringing', detail: '' }
};

/** What refusals tell: on a break or on a call, whatever was known before; not logged in. */
const REFUSED: Readonly<Record<string, Known>> = {
    CL004: { state: 'Unknown', detail: 'CL004' },
    CL006: { state: 'Logged Out', detail: '' }
};

/** What a command, in ConVox's own words, and its answer tell of the agent; undefined when that is nothing. */
export function commandNews(
    command: SheetCommand,
    { outcome, code }: Pick<CommandOutcome, 'outcome' | 'code'>,
    now: number,
    server?: string
): AgentNews | undefined {
    const text = textsOf(command);
    const known = outcome === 'refused' ? REFUSED[code] : knownAfter(text('action'), outcome);
    const agentCode = ['agent_id', 'user', 'userid'].map(text).find((name) => name !== '');
    return known === undefined || agentCode === undefined
        ? undefined
        : {
              agentCode,
              state: known.state,
              since: now,
              source: 'Command',
              detail: known.state === 'Break' ? text('target') : known.detail,
              ...(server !== undefined && { server })
          };
}

function knownAfter(action: string, outcome: CommandOutcome['outcome']): Known | undefined {
    const sheets = (['CLOSE', 'CALL', 'DIAL'] as const).find((name) => name === action.toUpperCase());
    const asked = agentActionOf(action) ?? sheets;
    return outcome === 'accepted' && asked !== undefined ? AFTER[asked] : undefined;
}
