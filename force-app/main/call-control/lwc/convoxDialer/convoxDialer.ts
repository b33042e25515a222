import { LightningElement, api } from 'lwc';
import type { AgentSetup } from 'c/convoxAgentSetup';
import { isCommandSender, wait } from 'c/convoxCallControl';
import type { CommandResult } from 'c/convoxCallControl';
import { dialCommandOf, dialGuard } from 'c/convoxDialing';
import type { DialTarget } from 'c/convoxDialing';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';

/**
 * Asks ConVox to call a number, once a press and never by itself, and says what came of it.
 * @fires rest with `{ isResting }` when the next call becomes impossible or possible
 */
export default class ConvoxDialer extends LightningElement {
    labels = labels;
    calledNumber = '';
    isCooling = false;
    wasResting = false;
    result: CommandResult | undefined;

    get busyText(): string {
        return this.calledNumber && fillIn(labels.calling, this.calledNumber);
    }

    override connectedCallback(): void {
        this.cool();
    }

    /** Calls, unless it is too soon after the call before, in this place or in another one of the page. */
    @api
    async call(target: DialTarget, agent: AgentSetup): Promise<void> {
        const runner: unknown = this.refs?.runner;
        if (!isCommandSender(runner) || this.calledNumber !== '' || dialGuard.left(Date.now()) > 0) {
            this.cool();
            return;
        }
        dialGuard.close(Date.now());
        this.calledNumber = target.text;
        this.tellRest();
        this.result = await runner.send(dialCommandOf(target, agent), agent.route);
        this.calledNumber = '';
        if (this.result.state === 'refused') {
            dialGuard.open();
        }
        this.cool();
    }

    handleLateAnswer(event: CustomEvent<CommandResult>): void {
        this.result = event.detail;
    }

    /** Rests as long as the guard says, which another record's buttons may have closed. */
    async cool(): Promise<void> {
        const left = dialGuard.left(Date.now());
        this.isCooling = left > 0;
        this.tellRest();
        if (left > 0) {
            await wait(left);
            this.cool();
        }
    }

    tellRest(): void {
        const isResting = this.isCooling || this.calledNumber !== '';
        if (isResting !== this.wasResting) {
            this.wasResting = isResting;
            this.dispatchEvent(new CustomEvent('rest', { detail: { isResting } }));
        }
    }
}
