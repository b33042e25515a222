import { LightningElement, wire } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { isFlowRunner } from 'c/convoxFlowRunner';
import type { FlowRunner } from 'c/convoxFlowRunner';
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
        this.leave = whenSeenAgain(() => hasAnswer(this.groups, 'no') && this.handleAgain());
        this.lookout = lookAgain(
            () => this.facts.changes.length > 0 || hasAnswer(this.groups, 'open'),
            () => this.look(),
            () => {
                this.said = labels.stopped;
            }
        );
    }

    override renderedCallback(): void {
        if (!this.hasAsked && this.runner) {
            this.hasAsked = true;
            this.askFlows();
        }
    }

    override disconnectedCallback(): void {
        this.lookout?.stop();
        this.leave?.();
    }

    get runner(): FlowRunner | undefined {
        const runner: unknown = this.refs?.runner;
        return isFlowRunner(runner) ? runner : undefined;
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
        this.look();
        this.mending?.look();
        this.askFlows();
    }

    handleFix({ detail: { action, back } }: CustomEvent<Fix & { readonly back: () => void }>): void {
        this.mending?.mend(action, back);
    }

    handleKeys({ detail }: CustomEvent<KeysState>): void {
        this.keys = detail;
    }

    askFlows(): void {
        const { runner } = this;
        if (runner) {
            const fail = (error: unknown): void => {
                this.failure = readError(error);
            };
            askGateway(runner, Date.now()).then((gateway) => {
                this.gateway = gateway;
            }, fail);
            askRights(runner).then((rights) => {
                this.rights = rights;
            }, fail);
        }
    }

    look(): void {
        this.request = arrivalsRequest(Date.now());
        this.setUp.refresh?.().catch((error: unknown) => {
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
