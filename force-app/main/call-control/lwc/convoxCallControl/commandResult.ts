import { adviceOnRefusal, replyMessage } from 'c/convoxContract';
import type { AdviceKey } from 'c/convoxContract';
import { textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import type { FlowOutputVariable } from 'lightning/flow';
import type { CallCommand, CommandFailure, CommandResult, CommandState } from './command.ts';

type Identity = Pick<CommandResult, 'type' | 'commandId'>;

/** What the flow or the row says about an answer; `status` is a value of ConVox_Command__c.Status__c. */
interface Answer {
    readonly status: string;
    readonly code: string;
    readonly reply: string;
    readonly error: string;
}

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
    const answer = {
        status: output('status'),
        code: output('replyCode'),
        reply: output('reply'),
        error: output('errorMessage')
    };
    return interpret(identity, answer, STATES[answer.status] ?? 'unknown');
}

/** Reads a row of ConVox_Command__c. A row without an answer is still `sending`. */
export function resultOfRow(type: CallCommand['type'], row: GraphqlRow): CommandResult {
    const answer = {
        status: textOf(row, 'Status__c'),
        code: textOf(row, 'Reply_Code__c'),
        reply: textOf(row, 'Reply__c'),
        error: textOf(row, 'Error__c')
    };
    return interpret({ type, commandId: textOf(row, 'Id') }, answer, STATES[answer.status] ?? 'sending');
}

/**
 * The result when Salesforce, not ConVox, ended the command. Without a row nothing was sent, so that is a refusal;
 * everything else may have reached ConVox.
 */
export function resultOfFailure(identity: Identity, failure: CommandFailure, error = ''): CommandResult {
    const state = failure === 'notSaved' || failure === 'notSent' ? 'refused' : 'unknown';
    const advice = state === 'refused' ? 'unknownRefusal' : 'noAnswer';
    return { ...identity, state, failure, error, code: '', reply: '', advice };
}

function interpret(identity: Identity, answer: Answer, state: CommandState): CommandResult {
    return {
        ...identity,
        state,
        failure: failureOf(state, answer),
        advice: adviceOn(state, answer.code),
        code: answer.code,
        reply: replyMessage(answer.reply),
        error: answer.error
    };
}

/** A refusal that only Salesforce explains never left Salesforce. */
function failureOf(state: CommandState, { code, reply, error }: Answer): CommandFailure {
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
