import flowFailedLabel from '@salesforce/label/c.ConVox_CallControl_Flow_Failed';
import type { CommandRoute } from 'c/convoxAgentSetup';
import type { FlowOutputVariable } from 'lightning/flow';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { resultOfFailure } from 'c/convoxCommand';
import type { CallCommand, CommandResult, Identity } from 'c/convoxCommand';
import { commandKey } from './commandFields.ts';
import { resultOfFlow, resultOfRow } from './commandResult.ts';
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

/** A command on its way, and one limit for saving it and for its answer together. */
interface Sending extends CommandChannel {
    readonly command: CallCommand;
    readonly identity: Identity;
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
    const identity = { type: command.type, commandId: '' };
    const sending = { ...channel, command, identity, deadline: channel.wait(channel.patience) };
    const saved = await Promise.race([saveCommand(command), sending.deadline]);
    // A row that is saved after all has no answer and is never sent: only this function would have done so.
    if (!saved) {
        return resultOfFailure(identity, 'notReached');
    }
    if (saved.outcome === 'failed') {
        const { kind, lines } = saved.report;
        // The browser's own words about a connection that is gone help no agent.
        return kind === 'offline'
            ? resultOfFailure(identity, 'notReached')
            : resultOfFailure(identity, 'notSaved', lines.join(' '));
    }
    if (saved.outcome === 'duplicate') {
        return watchRow(sending);
    }
    const send = route === 'Direct' ? sendDirectly : sendInBackground;
    return send({ ...sending, identity: { ...identity, commandId: saved.commandId } });
}

async function sendDirectly(sending: Sending): Promise<CommandResult> {
    const { identity } = sending;
    let givenUp = false;
    const answer = sending.runFlow(identity.commandId).then(async (flow) => {
        const result = await resultOfFlowEnd(flow, sending);
        if (givenUp) {
            sending.onLateAnswer(result);
        }
        return result;
    });
    const tooLate = sending.deadline.then(() => {
        givenUp = true;
        return resultOfFailure(identity, 'noAnswerInTime');
    });
    return Promise.race([answer, tooLate]);
}

async function resultOfFlowEnd(flow: FlowEnd, sending: Sending): Promise<CommandResult> {
    const { identity } = sending;
    if (flow.end === 'finished') {
        return resultOfFlow(identity, flow.outputs);
    }
    if (flow.end === 'notStarted') {
        return sendInBackground(sending);
    }
    const stored = await look(sending);
    if (stored !== undefined && stored.state !== 'sending') {
        return stored;
    }
    const report = await markUnknown(identity.commandId, flowFailedLabel);
    return resultOfFailure(identity, 'flowFailed', report?.lines.join(' '));
}

async function sendInBackground(sending: Sending): Promise<CommandResult> {
    const { identity } = sending;
    const report = await Promise.race([requestInBackground(identity.commandId), sending.deadline]);
    if (!report) {
        return watchRow(sending);
    }
    // An answer of Salesforce means that the row did not change; without one the change may have arrived.
    const failure = report.status === undefined || report.kind === 'offline' ? 'flowFailed' : 'notSent';
    return resultOfFailure(identity, failure, report.lines.join(' '));
}

async function watchRow(sending: Sending): Promise<CommandResult> {
    const answer = await awaitAnswer(() => look(sending), sending.patience, sending.wait);
    return answer ?? resultOfFailure(sending.identity, 'noAnswerInTime');
}

async function look({ command, readRow }: Sending): Promise<CommandResult | undefined> {
    const row = await readRow(commandKey(command));
    return row && resultOfRow(command, row);
}
