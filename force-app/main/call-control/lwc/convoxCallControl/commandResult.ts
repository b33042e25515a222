import { adviceOnRefusal, replyMessage } from '#contract';
import type { AdviceKey } from 'c/convoxContract';
import { textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import type { FlowOutputVariable } from 'lightning/flow';
import { resultOfFailure } from 'c/convoxCommand';
import type { CallCommand, CommandFailure, CommandResult, CommandState, Identity } from 'c/convoxCommand';

/** What the flow or the row says about an answer: its status, a value of ConVox_Command__c.Status__c, code, reply and error. */
type Answer = readonly string[];

const STATES: Readonly<Record<string, CommandState>> = {
    Accepted: 'accepted',
    Refused: 'refused',
    Unknown: 'unknown'
};

/** Reads the outputs of the flow ConVox_Send_Command. A status the flow did not decide counts as unknown. */
export function resultOfFlow(identity: Identity, outputs: readonly FlowOutputVariable[]): CommandResult {
    const output = (name: string): string => {
        const value = outputs.find((variable) => variable.name === name)?.value;
        return typeof value === 'string' ? value : '';
    };
    return interpret(identity, ['status', 'replyCode', 'reply', 'errorMessage'].map(output), 'unknown');
}

/**
 * Reads a row of ConVox_Command__c. A row without an answer is still `sending`; one by which another window or computer ended
 * the call with another disposition says that this command was not sent.
 */
export function resultOfRow(command: CallCommand, row: GraphqlRow): CommandResult {
    const identity = { type: command.type, commandId: textOf(row, 'Id') };
    const answer = ['Status__c', 'Reply_Code__c', 'Reply__c', 'Error__c'].map((name) => textOf(row, name));
    const result = interpret(identity, answer, 'sending');
    const isOwn = command.type !== 'Close' || ['', command.close.disposition].includes(textOf(row, 'Disposition__c'));
    return isOwn || result.state !== 'accepted' ? result : resultOfFailure(identity, 'notSent');
}

/** @param unanswered what it means that there is no status, or one that nobody decided */
function interpret(identity: Identity, answer: Answer, unanswered: CommandState): CommandResult {
    const [status = '', code = '', reply = '', error = ''] = answer;
    const state = STATES[status] ?? unanswered;
    return {
        ...identity,
        state,
        failure: failureOf(state, answer),
        advice: adviceOn(state, code),
        code,
        reply: replyMessage(reply),
        error
    };
}

/** A refusal that only Salesforce explains never left Salesforce. */
function failureOf(state: CommandState, [, code, reply, error]: Answer): CommandFailure {
    if (state === 'refused' && code === '' && reply === '' && error !== '') {
        return 'notSent';
    }
    return state === 'unknown' && code === '' ? 'unreachable' : '';
}

function adviceOn(state: CommandState, code: string): AdviceKey {
    if (state === 'refused') {
        return adviceOnRefusal(code);
    }
    return state === 'accepted' ? 'accepted' : 'noAnswer';
}
