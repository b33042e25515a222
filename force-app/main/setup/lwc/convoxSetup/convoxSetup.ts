import { LightningElement, wire } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import type { KeysState } from 'c/convoxKeyFilling';
import type { Mending } from 'c/convoxMending';
import { readSetupFacts, setupChecks, summaryOf } from 'c/convoxSetupChecks';
import type { CheckGroup, Fix, GatewayState, Rights, SetupFacts } from 'c/convoxSetupChecks';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { arrivalsRequest } from './arrivalsQuery.ts';
import { hasAnswer } from './hasAnswer.ts';
import { labels } from './labels.ts';
import { lookAgain } from './lookAgain.ts';
import type { Lookout } from './lookAgain.ts';
import { isMending } from './mending.ts';
import { askGateway, askRights } from './orgFlows.ts';
import { SETUP_QUERY } from './setupQuery.ts';
import { whenSeenAgain } from './whenSeenAgain.ts';

/** The administrator's assistant: what is set up, what is not, and how to mend it. Nothing is taken for granted. */
export default class ConvoxSetup extends LightningElement {
    labels = labels;
    query = SETUP_QUERY;
    request = arrivalsRequest(Date.now());
    setUp: GraphqlResult = {};
    came: GraphqlResult = {};
    facts: SetupFacts = readSetupFacts(undefined, undefined);
    hasFacts = false;
    gateway?: GatewayState;
    rights?: Rights;
    keys?: KeysState;
    failure?: ErrorReport;
    said = '';
    hasAsked = false;
    lookout?: Lookout;
    leave?: () => void;

    @wire(graphql, { query: '$query' })
    takeSetUp(result: GraphqlResult): void {
        this.setUp = result;
        this.take();
    }

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeCame(result: GraphqlResult): void {
        // While another question is on its way the last answer stands.
        if (result.data || result.errors) {
            this.came = result;
            this.take();
        }
    }

    override connectedCallback(): void {
        this.leave = whenSeenAgain(() => this.handleAgain());
        this.lookout = lookAgain(
            () => this.facts.changes.length > 0 || hasAnswer(this.groups, 'open'),
            (asksGateway) => this.look(asksGateway),
            () => {
                this.said = labels.stopped;
            }
        );
    }

    override renderedCallback(): void {
        if (!this.hasAsked && this.refs?.runner) {
            this.hasAsked = true;
            this.askGateway();
            this.askRights();
        }
    }

    override disconnectedCallback(): void {
        this.lookout?.stop();
        this.leave?.();
    }

    get mending(): Mending | undefined {
        const mending: unknown = this.refs?.mending;
        return isMending(mending) ? mending : undefined;
    }

    get groups(): CheckGroup[] {
        const { gateway, rights, keys } = this;
        const seen = { gateway, rights, keys, userId: USER_ID, now: Date.now() };
        return this.hasFacts ? setupChecks(this.facts, seen) : [];
    }

    get summary(): string {
        return this.hasFacts ? summaryOf(this.groups) : '';
    }

    handleAgain(): void {
        this.said = '';
        this.lookout?.again();
        this.look(true);
        this.mending?.look();
        this.askRights();
    }

    handleFix({ detail: { action, back } }: CustomEvent<Fix & { readonly back: () => void }>): void {
        this.mending?.mend(action, back);
    }

    handleKeys({ detail }: CustomEvent<KeysState>): void {
        this.keys = detail;
    }

    askRights(): void {
        this.wait(askRights(this.refs?.runner), (rights) => {
            this.rights = rights;
        });
    }

    askGateway(): void {
        this.wait(askGateway(this.refs?.runner, Date.now()), (gateway) => {
            // What was asked later is known better, whichever answer comes first.
            this.gateway = gateway.askedAt < (this.gateway?.askedAt ?? 0) ? this.gateway : gateway;
        });
    }

    look(asksGateway = false): void {
        this.request = arrivalsRequest(Date.now());
        this.wait(this.setUp.refresh?.(), () => undefined);
        if (asksGateway) {
            this.askGateway();
        }
    }

    private wait<Answer>(asked: Promise<Answer> | undefined, take: (answer: Answer) => void): void {
        asked?.then(take).catch((error: unknown) => {
            this.failure = readError(error);
        });
    }

    private take(): void {
        const { setUp, came } = this;
        const errors = [...(setUp.errors ?? []), ...(came.errors ?? [])];
        this.failure = errors.length > 0 ? readError(errors) : undefined;
        if (setUp.data && came.data) {
            this.facts = readSetupFacts(setUp.data, came.data);
            if (!this.hasFacts && this.facts.servers.length === 0) {
                // Without a server nothing else can be entered.
                this.mending?.mend({ does: 'enter', what: 'servers' }, () => undefined);
            }
            this.hasFacts = true;
        }
    }
}
