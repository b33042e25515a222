import { LightningElement, api } from 'lwc';
import type { CommandRoute } from 'c/convoxAgentSetup';
import { isCommandSender, resultOfFailure } from 'c/convoxCommand';
import type { CallCommand, CommandResult } from 'c/convoxCommand';
import { focusOn } from 'c/convoxCursor';

/**
 * Sends commands and says what became of them. One module for both, as a component may import one at run time.
 * @fires lateanswer, resend as the parts do
 */
export default class ConvoxCommandSender extends LightningElement {
    @api result?: CommandResult;
    @api busyText = '';
    @api canResend = false;

    /** As the runner does, once it is in the page. */
    @api
    async send(command: CallCommand, route?: CommandRoute): Promise<CommandResult> {
        const { runner } = this.refs ?? {};
        return isCommandSender(runner)
            ? runner.send(command, route)
            : resultOfFailure({ type: command.type, commandId: '' }, 'notReached');
    }

    /** Puts the cursor on the answer. */
    @api
    focus(): void {
        focusOn(this.refs, 'outcome');
    }

    handle({ type, detail }: CustomEvent<unknown>): void {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }
}
