import { LightningElement, api, wire } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { AgentAction } from 'c/convoxAgentAction';
import { isCommandSender } from 'c/convoxCommand';
import type { CommandResult } from 'c/convoxCommand';
import { callOf } from 'c/convoxCallState';
import type { CallList, CallState } from 'c/convoxCallState';
import { newReferenceNumber } from 'c/convoxDialing';
import { browserEdges } from 'c/convoxSession';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { ADVICE } from './advice.ts';
import { commandOf, endOf } from './agentCommands.ts';
import { callInHand, controlsOf, NOTHING } from './controls.ts';
import type { Choice, Controls } from './controls.ts';
import { DESK_QUERY } from './deskQuery.ts';
import { deskFor, doneWith, readDesks } from './desks.ts';
import type { Desk } from './desks.ts';
import { DeskWatch } from './deskWatch.ts';
import { stateText, waitingText } from './deskWords.ts';
import { labels } from './labels.ts';

/**
 * What an agent asks ConVox for beside dials and ends, where the server's record names it, and the agent's state there.
 * @fires callevent with a CallEvent, when the shown call is handed on
 */
export default class ConvoxAgentControls extends LightningElement {
    @api userId = '';
    /** The agent's calls at hand. */
    @api list?: CallList;

    labels = labels;
    timeZone = TIME_ZONE;
    advice = ADVICE;
    request?: { readonly query: typeof DESK_QUERY; readonly variables: { readonly userId: string } };
    /** The last answer; `data` as `doneWith` reads it. */
    known: { readonly desks: readonly Desk[]; readonly data: unknown } = { desks: [], data: undefined };
    /** What was done here with which call, newest last. */
    done: readonly { readonly reference: string; readonly action: AgentAction }[] = [];
    busyText = '';
    answer?: { readonly reference: string; readonly result: CommandResult };
    seenReference = '';
    watch = new DeskWatch({
        after: browserEdges().clock.after,
        isLookingUp: () => this.shown?.caller.kind === 'lookingUp',
        ask: () => {
            this.request = { query: DESK_QUERY, variables: { userId: this.userId } };
        }
    });

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeAnswer({ data, refresh }: GraphqlResult): void {
        this.known = data ? { desks: readDesks(data), data } : this.known;
        this.watch.take(refresh);
    }

    override connectedCallback(): void {
        this.watch.start();
    }

    override disconnectedCallback(): void {
        this.watch.stop();
    }

    /** A call that goes changes what the agent does. */
    override renderedCallback(): void {
        if (this.seenReference !== this.reference) {
            this.seenReference = this.reference;
            this.watch.lookAgain();
        }
    }

    get shown(): CallState | undefined {
        return this.list && callOf(this.list, this.list.current);
    }

    get reference(): string {
        return this.shown?.pop.callReference ?? '';
    }

    get call(): CallState | undefined {
        return callInHand(this.shown);
    }

    get desk(): Desk | undefined {
        return deskFor(this.known.desks, this.call);
    }

    /** Nothing of presence may be asked for while a call is shown that is over or another's. */
    get controls(): Controls {
        const { desk, call } = this;
        const here = this.done.filter(({ reference }) => reference === this.reference);
        const done = [...doneWith(this.known.data, call), ...here.map(({ action }) => action)];
        return desk && (call !== undefined || this.shown === undefined) ? controlsOf(desk, call, done) : NOTHING;
    }

    get waitingText(): string {
        return waitingText(this.known.desks, this.shown);
    }

    get stateText(): string {
        return stateText(this.desk, this.controls.isShown, this.shown);
    }

    /** What came of the last press is told where it was pressed: it says nothing of another call. */
    get result(): CommandResult | undefined {
        return this.answer?.reference === this.reference ? this.answer.result : undefined;
    }

    get outcomeClass(): string {
        return this.result || this.busyText ? 'slds-show slds-m-bottom_x-small' : '';
    }

    handlePress({ currentTarget }: Event): void {
        const key = currentTarget instanceof HTMLElement ? currentTarget.dataset.id : undefined;
        this.ask(this.controls.buttons.find((button) => button.key === key));
    }

    handleSelect({ detail }: CustomEvent<{ value: string }>): void {
        const choices = this.controls.menus.flatMap((menu) => menu.choices);
        this.ask(choices.find(({ key }) => key === detail.value));
    }

    /** One at a time: a button that is pressed twice asks once. */
    async ask(choice: Choice | undefined): Promise<void> {
        const { desk, call, reference } = this;
        const runner: unknown = this.refs?.runner;
        if (!choice || !desk || this.busyText || !isCommandSender(runner)) {
            return;
        }
        this.busyText = fillIn(labels.busy, choice.label);
        const command = commandOf(choice, desk, call, newReferenceNumber());
        const result = await runner.send(command, desk.agent.route);
        this.busyText = '';
        this.answer = { reference, result };
        if (result.state === 'accepted') {
            this.done = [...this.done, { reference, action: choice.action }];
        }
        this.watch.lookAgain();
        const detail = reference === this.reference && endOf(command, result, Date.now());
        if (detail) {
            this.dispatchEvent(new CustomEvent('callevent', { detail }));
        }
    }

    handleLateAnswer({ detail }: CustomEvent<CommandResult>): void {
        this.answer = { reference: this.reference, result: detail };
    }
}
