import { LightningElement, wire } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { isFlowRunner } from 'c/convoxFlowRunner';
import type { FlowRunner } from 'c/convoxFlowRunner';
import type { KeyFilling, KeysState } from 'c/convoxKeyFilling';
import { trialPop } from 'c/convoxPopAddress';
import { readSetupFacts, setupChecks, summaryOf } from 'c/convoxSetupChecks';
import type { CheckGroup, Enterable, Fix, GatewayState, Rights, SetupFacts } from 'c/convoxSetupChecks';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { isChange, makeChange } from './changes.ts';
import type { Change } from './changes.ts';
import { labels } from './labels.ts';
import { lookAgain } from './lookAgain.ts';
import { isKeyFilling } from './keyFilling.ts';
import { askGateway, askRights } from './orgFlows.ts';
import { SETUP_QUERY } from './setupQuery.ts';

/** The administrator's assistant: what is set up, what is not, and how to mend it. Nothing is taken for granted. */
export default class ConvoxSetup extends LightningElement {
    labels = labels;
    query = SETUP_QUERY;
    answer: GraphqlResult = {};
    facts: SetupFacts = readSetupFacts(undefined);
    hasFacts = false;
    gateway?: GatewayState;
    rights?: Rights;
    keys?: KeysState;
    failure?: ErrorReport;
    mendFailure?: ErrorReport;
    entering?: Enterable;
    said = '';
    hasAsked = false;
    stopLooking = (): void => undefined;

    @wire(graphql, { query: '$query' })
    takeAnswer(result: GraphqlResult): void {
        this.answer = result;
        const { data, errors = [] } = result;
        this.failure = errors.length > 0 ? readError(errors) : undefined;
        if (data !== undefined && data !== null) {
            this.facts = readSetupFacts(data);
            this.hasFacts = true;
        }
    }

    override connectedCallback(): void {
        this.stopLooking = lookAgain(
            () => this.groups.some(({ checks }) => checks.some(({ answer }) => answer === 'open')),
            () => this.look()
        );
    }

    override renderedCallback(): void {
        if (!this.hasAsked && this.runner) {
            this.hasAsked = true;
            this.askFlows();
        }
    }

    override disconnectedCallback(): void {
        this.stopLooking();
    }

    get runner(): FlowRunner | undefined {
        const runner: unknown = this.refs?.runner;
        return isFlowRunner(runner) ? runner : undefined;
    }

    /** Not there before a server is. */
    get filling(): KeyFilling | undefined {
        const filling: unknown = this.refs?.filling;
        return isKeyFilling(filling) ? filling : undefined;
    }

    get groups(): CheckGroup[] {
        const { gateway, rights, keys } = this;
        const seen = { gateway, rights, keys, userId: USER_ID, now: Date.now() };
        return this.hasFacts ? setupChecks(this.facts, seen) : [];
    }

    get summary(): string {
        return this.hasFacts ? summaryOf(this.groups) : '';
    }

    get hasServer(): boolean {
        return this.facts.servers.length > 0;
    }

    handleAgain(): void {
        this.said = '';
        this.mendFailure = undefined;
        this.look();
        this.filling?.look();
        this.askFlows();
    }

    handleFix({ detail: { action } }: CustomEvent<Fix>): void {
        this.mendFailure = undefined;
        if (action.does === 'enter') {
            this.entering = action.what;
        } else if (action.does === 'go' || action.does === 'pop') {
            window.open(action.does === 'go' ? action.url : trialPop(action.agentCode, Date.now()), '_blank');
        } else if (action.does === 'fill') {
            this.filling?.fill();
        } else if (isChange(action)) {
            this.change(action).catch((error: unknown) => {
                this.mendFailure = readError(error);
            });
        }
    }

    handleKeys({ detail }: CustomEvent<KeysState>): void {
        this.keys = detail;
    }

    handleClose(): void {
        this.entering = undefined;
    }

    async change(change: Change): Promise<void> {
        await makeChange(change, this.runner);
        this.handleAgain();
        this.said = labels.mending;
    }

    askFlows(): void {
        const { runner } = this;
        if (runner) {
            Promise.all([askGateway(runner, Date.now()), askRights(runner)]).then(
                ([gateway, rights]) => {
                    this.gateway = gateway;
                    this.rights = rights;
                },
                (error: unknown) => {
                    this.failure = readError(error);
                }
            );
        }
    }

    look(): void {
        this.answer.refresh?.().catch((error: unknown) => {
            this.failure = readError(error);
        });
    }
}
