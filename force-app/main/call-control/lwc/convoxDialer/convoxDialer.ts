import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import type { AgentSetup } from 'c/convoxAgentSetup';
import { wait } from 'c/convoxCallControl';
import { isCommandSender } from 'c/convoxCommand';
import type { CommandResult } from 'c/convoxCommand';
import { focusOn } from 'c/convoxCursor';
import { dialAdvice } from 'c/convoxDialAdvice';
import { dialGuard, followDial, isDialQuestion, openDial, placeDial, WireReader } from 'c/convoxDialing';
import type { DialRest, DialTarget, PlacedDial, WireRequest } from 'c/convoxDialing';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';

/**
 * Asks ConVox to call a number, once a press and never by itself, and says what came of it. Asks the agent first where
 * something speaks against the call.
 * @fires rest with DialRest when the next call becomes impossible or possible, here or by a call from elsewhere
 */
export default class ConvoxDialer extends LightningElement {
    labels = labels;
    advice = dialAdvice;
    isWorking = false;
    /** What ConVox is asked for: nothing before it is known what speaks against the call. */
    busyText = '';
    isCooling = false;
    /** The call that is waited for was asked for here. */
    isOwn = false;
    rest: DialRest = { isResting: false, calledElsewhere: '' };
    result: CommandResult | undefined;
    placed?: PlacedDial;
    request?: WireRequest;
    reader = new WireReader((request) => {
        this.request = request;
    }, wait);
    /** What calls after all, when the agent was asked. */
    callAnyway = (): Promise<void> => Promise.resolve();
    stopListening?: () => void;
    /** The button that was pressed rests or goes, and its cursor with it. */
    focusAnswer = (): void => focusOn(this.refs, 'answer');
    handleLateAnswer = ({ detail }: CustomEvent<CommandResult>): void => this.settle(detail);

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeRows(result: GraphqlResult): void {
        this.reader.take(result);
    }

    get isBusy(): boolean {
        return this.isWorking || dialGuard.left(Date.now()) > 0;
    }

    override connectedCallback(): void {
        this.stopListening = dialGuard.listen(() => this.cool());
        this.cool();
        const placed = openDial(dialGuard);
        if (placed) {
            this.follow(placed);
        }
    }

    override disconnectedCallback(): void {
        this.stopListening?.();
    }

    /** Calls, unless it is too soon after the call before, wherever that was made, or the agent has to be asked. */
    @api
    async call(target: DialTarget, agent: AgentSetup): Promise<void> {
        const question: unknown = this.refs?.question;
        if (this.isBusy || !isDialQuestion(question)) {
            this.cool();
            return;
        }
        this.result = undefined;
        this.isWorking = true;
        this.cool();
        this.focusAnswer();
        const isAsking = await question.hasDoubts(target);
        this.isWorking = false;
        this.callAnyway = () => this.dial(target, agent);
        if (isAsking) {
            this.cool();
        } else {
            await this.dial(target, agent);
        }
    }

    async dial(target: DialTarget, agent: AgentSetup): Promise<void> {
        const runner: unknown = this.refs?.runner;
        if (!isCommandSender(runner) || this.isBusy) {
            this.cool();
            return;
        }
        this.isWorking = true;
        this.busyText = fillIn(labels.calling, target.text);
        const placed = placeDial(target, agent, dialGuard);
        this.placed = placed;
        this.result = await runner.send(placed.command, agent.route);
        this.isWorking = false;
        this.busyText = '';
        if (this.result.state === 'refused') {
            dialGuard.open(placed.closed);
        } else {
            this.follow(placed);
        }
        this.cool();
    }

    /** A reply that comes late, or the call itself, settles what was not certain; an end of the call makes room for the next one. */
    async follow(placed: PlacedDial): Promise<void> {
        await followDial(placed, { reader: this.reader, guard: dialGuard, wait }, (result) =>
            this.settle(this.placed === placed ? result : this.result)
        );
    }

    handleAnyway(): void {
        this.focusAnswer();
        this.callAnyway();
    }

    /** What is certain stays: an answer that comes after the call itself knows less. */
    settle(result: CommandResult | undefined): void {
        this.result = this.result?.state === 'unknown' ? result : this.result;
    }

    /** Rests as long as the guard says. */
    async cool(): Promise<void> {
        const now = Date.now();
        const [left, called] = [dialGuard.left(now), dialGuard.called(now)];
        this.isCooling = left > 0;
        this.isOwn = this.isWorking || (this.isOwn && this.isCooling);
        // A phone rings no longer once the call has come or is over.
        this.result = called || this.result?.state !== 'accepted' ? this.result : undefined;
        this.tellRest({ isResting: this.isCooling || this.isWorking, calledElsewhere: this.isOwn ? '' : called });
        if (left > 0) {
            await wait(left);
            this.cool();
        }
    }

    tellRest(rest: DialRest): void {
        const { isResting, calledElsewhere } = this.rest;
        if (rest.isResting !== isResting || rest.calledElsewhere !== calledElsewhere) {
            this.rest = rest;
            this.dispatchEvent(new CustomEvent<DialRest>('rest', { detail: rest }));
        }
    }
}
