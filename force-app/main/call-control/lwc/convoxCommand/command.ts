import type { AgentSetup, CommandRoute } from 'c/convoxAgentSetup';
import type { AgentAction } from 'c/convoxAgentAction';
import type { AdviceKey, CloseCall } from 'c/convoxContract';

/** Whose agent asks, and on which clock the day is told. */
export type CommandServer = Pick<AgentSetup, 'serverId' | 'timeZone'>;

/** Ends a call in ConVox with a disposition. */
export interface CloseCommand {
    readonly type: 'Close';
    readonly close: CloseCall;
    readonly callReference: string;
    /** 1 for the agent's first press on this call, one more each time the agent presses again after an answer. */
    readonly attempt: number;
    /** Id of the ConVox_Call__c row, '' while it could not be saved. */
    readonly callId: string;
    /** Undefined when the user is no agent. */
    readonly server: CommandServer | undefined;
}

/** Asks ConVox to ring the agent and then the customer. */
export interface DialCommand {
    readonly type: 'Dial';
    readonly server?: CommandServer;
    /** What the row of a dial holds beside. */
    readonly fields: DialFields;
}

export interface DialFields {
    readonly Agent_Code__c: string;
    /** Ten digits, as `dialNumber` gives them. */
    readonly Phone_Number__c: string;
    /** A fresh one for every press: 6 to 20 letters, digits or underscores. */
    readonly Ref_No__c: string;
    /** Whom it is for. */
    readonly Contact__c?: string;
    readonly Lead__c?: string;
    readonly Account__c?: string;
}

/** Asks ConVox for something else on behalf of the agent. */
export interface AgentCommand {
    readonly type: AgentAction;
    readonly server: CommandServer;
    readonly fields: AgentFields;
}

/** What the row of such a command holds beside; blanks are left out. */
export interface AgentFields {
    readonly Agent_Code__c: string;
    /** A fresh one for every press. */
    readonly Ref_No__c: string;
    /** The break, queue or process that is asked for. */
    readonly Target__c: string;
    /** The call in hand, where it is about one. */
    readonly Call__c: string;
    readonly ConVox_ID__c: string;
    readonly Mobile_Number__c: string;
    readonly Disposition__c: string;
}

export type CallCommand = CloseCommand | DialCommand | AgentCommand;

export type CommandState = 'sending' | 'accepted' | 'refused' | 'unknown';

/**
 * What went wrong on Salesforce's side of the command; empty when ConVox itself answered. After `notReached`,
 * where Salesforce gave no answer, `notSaved` and `notSent` nothing reached ConVox, after the others it may have.
 */
export type CommandFailure =
    '' | 'notReached' | 'notSaved' | 'notSent' | 'noAnswerInTime' | 'flowFailed' | 'unreachable';

/** How a command stands. `sending` is only seen in rows that someone else is sending. */
export interface CommandResult {
    readonly state: CommandState;
    readonly type: CallCommand['type'];
    /** Id of the ConVox_Command__c row; empty when it could not be saved, and then nothing was sent. */
    readonly commandId: string;
    readonly failure: CommandFailure;
    /** Names the plain advice for the agent; `adviceText` of c/convoxReplyAdvice has the words. */
    readonly advice: AdviceKey;
    /** ConVox's code such as CL006, or empty. */
    readonly code: string;
    /** ConVox's own words, or empty. */
    readonly reply: string;
    /** Salesforce's words about `failure`, or empty. */
    readonly error: string;
}

/** What c/convoxCommandRunner offers to the page it stands in. */
export interface CommandSender {
    /** Sends the command at most once and tells how it ended; never rejects. */
    send(command: CallCommand, route?: CommandRoute): Promise<CommandResult>;
}

/** Whether an element of the page, such as `this.refs.runner`, is a c-convox-command-runner. */
export function isCommandSender(element: unknown): element is CommandSender {
    return typeof element === 'object' && element !== null && 'send' in element;
}
