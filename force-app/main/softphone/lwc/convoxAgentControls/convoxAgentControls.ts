import { LightningElement, api, wire } from 'lwc';
import type { AgentAction } from 'c/convoxAgentAction';
import { isCommandSender } from 'c/convoxCommand';
import type { CommandResult } from 'c/convoxCommand';
import { callOf } from 'c/convoxCallState';
import type { CallList, CallState } from 'c/convoxCallState';
import { dialGuard, newReferenceNumber } from 'c/convoxDialing';
import { browserEdges } from 'c/convoxSession';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { ADVICE } from './advice.ts';
import { commandOf, endOf } from './agentCommands.ts';
import { callInHand, controlsOf, NOTHING } from './controls.ts';
import type { Controls } from './controls.ts';
import { DESK_QUERY } from './deskQuery.ts';
import { deskFor, doneWith, readDesks } from './desks.ts';
import type { Desk } from './desks.ts';
import { DeskWatch } from './deskWatch.ts';
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
    advice = ADVICE;
    request?: { readonly query: typeof DESK_QUERY; readonly variables: { readonly userId: string } };
    /** The last answer; `data` as `doneWith` reads it. */
    known: { readonly desks: readonly Desk[]; readonly data: unknown } = { desks: [], data: undefined };
    /** What was done here with which call, newest last. */
    done: readonly { readonly reference: string; readonly action: AgentAction }[] = [];
    busyText = '';
    answer?: { readonly reference: string; readonly result: CommandResult };
    /** Which call was shown, and whether ConVox knew its disposition. */
    seen?: string;
    stopListening?: () => void;
    watch = new DeskWatch({
        after: browserEdges().clock.after,
        call: () => this.shown,
        ask: () => {
            this.request = { query: DESK_QUERY, variables: { userId: this.userId } };
        }
    });

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeAnswer({ data, refresh }: GraphqlResult): void {
        const before = this.desk?.heard.at;
        this.known = data ? { desks: readDesks(data), data } : this.known;
        this.watch.take(refresh, before !== this.desk?.heard.at);
    }

    override connectedCallback(): void {
        this.watch.start();
        this.stopListening = dialGuard.listen(() => this.watch.lookAgain());
    }

    override disconnectedCallback(): void {
        this.watch.stop();
        this.stopListening?.();
    }

    /** A call that comes, ends or goes changes what the agent does. */
    override renderedCallback(): void {
        const seen = `${this.reference} ${this.shown?.isDisposed}`;
        if (this.seen !== seen) {
            if (this.seen !== undefined) {
                this.watch.lookAgain();
            }
            this.seen = seen;
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

    get codes(): string {
        return this.known.desks.map(({ agent }) => agent.agentCode).join(', ');
    }

    /** What came of the last press is told where it was pressed: it says nothing of another call. */
    get result(): CommandResult | undefined {
        return this.answer?.reference === this.reference ? this.answer.result : undefined;
    }

    handlePress({ currentTarget }: Event): void {
        this.ask(currentTarget instanceof HTMLElement ? currentTarget.dataset.id : '');
    }

    handleSelect({ detail }: CustomEvent<{ value: string }>): void {
        this.ask(detail.value);
    }

    /** One at a time: a button that is pressed twice asks once. */
    async ask(key: string | undefined): Promise<void> {
        const { desk, call, reference, controls } = this;
        const choices = [...controls.buttons, ...controls.menus.flatMap((menu) => menu.choices)];
        const choice = choices.find((each) => each.key === key);
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
