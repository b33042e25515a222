import flowFailedLabel from '@salesforce/label/c.ConVox_CallControl_Flow_Failed';
import type { CommandRoute } from 'c/convoxAgentSetup';
import type { FlowOutputVariable } from 'lightning/flow';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import type { CallCommand, CommandResult } from './command.ts';
import { commandKey } from './commandFields.ts';
import { resultOfFailure, resultOfFlow, resultOfRow } from './commandResult.ts';
import { markUnknown, requestInBackground, saveCommand } from './commandStore.ts';
import { awaitAnswer } from './patience.ts';
import type { Wait } from './patience.ts';

/** `notStarted` only when the flow surely never began; every other trouble is `failed`, and may have reached ConVox. */
export type FlowEnd =
    | { readonly end: 'finished'; readonly outputs: readonly FlowOutputVariable[] }
    | { readonly end: 'failed' }
    | { readonly end: 'notStarted' };

/** What sending needs from the page it happens in. */
export interface CommandChannel {
    /** Runs the flow ConVox_Send_Command for the row, once. */
    runFlow(commandId: string): Promise<FlowEnd>;
    /** Reads the row afresh; undefined when it cannot be read. */
    readRow(key: string): Promise<GraphqlRow | undefined>;
    wait: Wait;
    /** Milliseconds after which a command without an answer counts as unknown. */
    patience: number;
    /** Told when the direct route answers after the command was given up. */
    onLateAnswer(result: CommandResult): void;
}

/** One limit for saving the command and for its answer together. */
interface Sending extends CommandChannel {
    readonly deadline: Promise<void>;
}

/**
 * Saves the command, sends it at most once and tells how that ended. Nothing is ever repeated here: a command that
 * may have reached ConVox and was not answered ends as `unknown`. Never rejects.
 */
export async function sendCommand(
    command: CallCommand,
    route: CommandRoute,
    channel: CommandChannel
): Promise<CommandResult> {
    const sending = { ...channel, deadline: channel.wait(channel.patience) };
    const saved = await Promise.race([saveCommand(command), sending.deadline]);
    // A row that is saved after all has no answer and is never sent: only this function would have done so.
    if (!saved || saved.outcome === 'failed') {
        const said = saved ? saved.report.lines.join(' ') : '';
        return resultOfFailure({ type: command.type, commandId: '' }, 'notSaved', said);
    }
    if (saved.outcome === 'duplicate') {
        return watchRow(command, '', sending);
    }
    const send = route === 'Direct' ? sendDirectly : sendInBackground;
    return send(command, saved.commandId, sending);
}

async function sendDirectly(command: CallCommand, commandId: string, channel: Sending): Promise<CommandResult> {
    const identity = { type: command.type, commandId };
    let givenUp = false;
    const answer = channel.runFlow(commandId).then(async (flow) => {
        const result = await resultOfFlowEnd(command, commandId, flow, channel);
        if (givenUp) {
            channel.onLateAnswer(result);
        }
        return result;
    });
    const tooLate = channel.deadline.then(() => {
        givenUp = true;
        return resultOfFailure(identity, 'noAnswerInTime');
    });
    return Promise.race([answer, tooLate]);
}

async function resultOfFlowEnd(
    command: CallCommand,
    commandId: string,
    flow: FlowEnd,
    channel: Sending
): Promise<CommandResult> {
    const identity = { type: command.type, commandId };
    if (flow.end === 'finished') {
        return resultOfFlow(identity, flow.outputs);
    }
    if (flow.end === 'notStarted') {
        return sendInBackground(command, commandId, channel);
    }
    const stored = await look(command, channel);
    if (stored !== undefined && stored.state !== 'sending') {
        return stored;
    }
    const report = await markUnknown(commandId, flowFailedLabel);
    return resultOfFailure(identity, 'flowFailed', report?.lines.join(' '));
}

async function sendInBackground(command: CallCommand, commandId: string, channel: Sending): Promise<CommandResult> {
    const report = await Promise.race([requestInBackground(commandId), channel.deadline]);
    if (!report) {
        return watchRow(command, commandId, channel);
    }
    // An answer of Salesforce means that the row did not change; without one the change may have arrived.
    const failure = report.status === undefined || report.kind === 'offline' ? 'flowFailed' : 'notSent';
    return resultOfFailure({ type: command.type, commandId }, failure, report.lines.join(' '));
}

async function watchRow(command: CallCommand, commandId: string, channel: CommandChannel): Promise<CommandResult> {
    const answer = await awaitAnswer(() => look(command, channel), channel.patience, channel.wait);
    return answer ?? resultOfFailure({ type: command.type, commandId }, 'noAnswerInTime');
}

async function look(command: CallCommand, channel: CommandChannel): Promise<CommandResult | undefined> {
    const row = await channel.readRow(commandKey(command));
    return row && resultOfRow(command, row);
}
