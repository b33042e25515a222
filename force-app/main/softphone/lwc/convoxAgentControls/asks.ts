import type { AgentAction } from 'c/convoxAgentAction';
import type { AgentCommand, CommandResult } from 'c/convoxCommand';
import { callOf } from 'c/convoxCallState';
import type { CallList, CallState } from 'c/convoxCallState';
import { fillIn } from 'c/convoxText';
import { endOf } from './agentCommands.ts';
import { labels } from './labels.ts';

/** One press: which call it was for, and what came of it. */
export interface Ask {
    /** ConVox's reference of the call; undefined between calls. */
    readonly reference: string | undefined;
    readonly label: string;
    readonly command: AgentCommand;
    /** Undefined while it is on its way. */
    readonly result?: CommandResult;
}

/** What came of what was asked for one call. */
export interface Told {
    readonly busyText: string;
    readonly result: CommandResult | undefined;
    /** What ConVox has done, in the order of the presses: answers may overtake each other. */
    readonly done: readonly AgentAction[];
}

/** The words are those of the last press, and of a call that is over only of what ended it. */
export function toldOf(asks: readonly Ask[], call: CallState | undefined): Told {
    const own = asks.filter(({ reference }) => reference === call?.pop.callReference);
    const last = own.at(-1);
    const result = last?.result;
    return {
        busyText: last && !result ? fillIn(labels.busy, last.label) : '',
        result: result && call?.isDisposed && !endOf(last.command, result, 0) ? undefined : result,
        done: own.filter((ask) => ask.result?.state === 'accepted').map(({ command }) => command.type)
    };
}

/** Of calls that are gone, and of what was asked for before a call came, nothing more is told. */
export function stillOf(asks: readonly Ask[], list: CallList): readonly Ask[] {
    return asks.filter(({ reference, result }) => !result || callOf(list, reference));
}
