import { LightningElement, api, wire } from 'lwc';
import { isCommandSender } from 'c/convoxCommand';
import type { CommandResult } from 'c/convoxCommand';
import { callOf, NO_CALLS } from 'c/convoxCallState';
import type { CallList, CallState } from 'c/convoxCallState';
import { dialGuard, newReferenceNumber } from 'c/convoxDialing';
import { browserEdges } from 'c/convoxSession';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { ADVICE } from './advice.ts';
import { commandOf, endOf } from './agentCommands.ts';
import type { EndOfCall } from './agentCommands.ts';
import { stillOf, toldOf } from './asks.ts';
import type { Ask, Told } from './asks.ts';
import { callInHand, controlsOf, NOTHING } from './controls.ts';
import type { Controls } from './controls.ts';
import { DESK_QUERY } from './deskQuery.ts';
import { deskFor, doneWith, readDesks } from './desks.ts';
import type { Desk } from './desks.ts';
import { DeskWatch } from './deskWatch.ts';
import { labels } from './labels.ts';

/**
 * What an agent asks ConVox for beside dials and ends, where the server's record names it, and the agent's state there.
 * @fires callevent with an EndOfCall, when a call is handed on
 */
export default class ConvoxAgentControls extends LightningElement {
    @api userId = '';
    /** The agent's calls at hand. */
    @api list: CallList = NO_CALLS;

    labels = labels;
    advice = ADVICE;
    request?: { readonly query: typeof DESK_QUERY; readonly variables: { readonly userId: string } };
    /** The last answer; `data` as `doneWith` reads it. */
    known: { readonly desks: readonly Desk[]; readonly data: unknown } = { desks: [], data: undefined };
    /** Oldest first. Each has a runner of its own, so that none waits for another. */
    asks: readonly Ask[] = [];
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
        const seen = `${this.shown?.pop.callReference} ${this.shown?.isDisposed}`;
        if (this.seen !== seen) {
            if (this.seen !== undefined) {
                this.watch.lookAgain();
            }
            this.seen = seen;
            this.asks = stillOf(this.asks, this.list);
        }
    }

    get shown(): CallState | undefined {
        return callOf(this.list, this.list.current);
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
        const done = [...doneWith(this.known.data, call), ...this.told.done];
        return desk && (call || !this.shown) ? controlsOf(desk, call, done) : NOTHING;
    }

    get codes(): string {
        return this.known.desks.map(({ agent }) => agent.agentCode).join(', ');
    }

    get told(): Told {
        return toldOf(this.asks, this.shown);
    }

    get asker(): string | undefined {
        return this.shown || !this.known.desks[1] ? '' : this.desk?.agent.agentCode;
    }

    handlePress({ currentTarget }: Event): void {
        this.ask(currentTarget instanceof HTMLElement ? currentTarget.dataset.id : '');
    }

    handleSelect({ detail }: CustomEvent<{ value: string }>): void {
        this.ask(detail.value);
    }

    /** One at a time for each call: a button that is pressed twice asks once. */
    async ask(key: string | undefined): Promise<void> {
        const { desk, call } = this;
        const choice = this.controls.choices.find((each) => each.key === key);
        if (!choice || !desk || this.told.busyText) {
            return;
        }
        const command = commandOf(choice, desk, call, newReferenceNumber());
        const ask = { reference: call?.pop.callReference, label: choice.label, command };
        this.asks = [...this.asks, ask];
        // Its runner is on the page a moment later, as the last there.
        await Promise.resolve();
        const runner: unknown = this.template?.querySelector('c-convox-command-runner:last-child');
        if (isCommandSender(runner)) {
            this.settle(ask, await runner.send(command, desk.agent.route));
        }
    }

    /** An answer has the same effects whenever it comes, on the call for which it was asked. */
    settle({ reference, command }: Ask, result: CommandResult): void {
        this.asks = this.asks.map((each) => (each.command === command ? { ...each, result } : each));
        this.watch.lookAgain();
        const event = endOf(command, result, Date.now());
        if (event) {
            this.dispatchEvent(new CustomEvent<EndOfCall>('callevent', { detail: { ...event, reference } }));
        }
    }

    handleLateAnswer({ detail }: CustomEvent<CommandResult>): void {
        const isAnswered = ({ result }: Ask): boolean => result?.commandId === detail.commandId;
        this.asks.filter(isAnswered).forEach((ask) => this.settle(ask, detail));
    }
}
