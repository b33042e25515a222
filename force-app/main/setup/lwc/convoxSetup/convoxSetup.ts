import { LightningElement, wire } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { isFlowRunner } from 'c/convoxFlowRunner';
import type { FlowRunner } from 'c/convoxFlowRunner';
import { readSetupFacts, setupChecks, summaryOf } from 'c/convoxSetupChecks';
import type { CheckGroup, Enterable, Fix, FixAction, GatewayState, Rights, SetupFacts } from 'c/convoxSetupChecks';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import { labels } from './labels.ts';
import { lookAgain } from './lookAgain.ts';
import { askGateway, askRights, giveRights } from './orgFlows.ts';
import { popTemplate, trialPop } from './popAddress.ts';
import { SETUP_QUERY } from './setupQuery.ts';

/** The administrator's assistant: what is set up, what is not, and how to mend it. Nothing is taken for granted. */
export default class ConvoxSetup extends LightningElement {
    labels = labels;
    query = SETUP_QUERY;
    answer: GraphqlResult = {};
    facts?: SetupFacts;
    gateway?: GatewayState;
    rights?: Rights;
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

    get groups(): CheckGroup[] {
        return this.facts ? setupChecks(this.facts, this.gateway, this.rights, USER_ID, Date.now()) : [];
    }

    get summary(): string {
        return this.facts ? summaryOf(this.groups) : '';
    }

    get processes(): SetupFacts['processes'] {
        return this.facts?.processes ?? [];
    }

    get hasServer(): boolean {
        return (this.facts?.servers ?? []).length > 0;
    }

    get popAddress(): string {
        // Lightning Web Security keeps the origin of the location to itself.
        return popTemplate(new URL(document.baseURI).origin);
    }

    handleAgain(): void {
        this.said = '';
        this.mendFailure = undefined;
        this.look();
        this.askFlows();
    }

    handleFix({ detail: { action } }: CustomEvent<Fix>): void {
        this.mendFailure = undefined;
        if (action.does === 'enter') {
            this.entering = action.what;
        } else if (action.does === 'go') {
            window.open(action.url, '_blank', 'noopener');
        } else if (action.does === 'pop') {
            window.open(trialPop(action.agentCode, Date.now()), '_blank');
        } else {
            this.change(action).catch((error: unknown) => {
                this.mendFailure = readError(error);
            });
        }
    }

    handleClose(): void {
        this.entering = undefined;
    }

    async handleCopy(): Promise<void> {
        await navigator.clipboard.writeText(this.popAddress);
        this.said = labels.copied;
    }

    async change(action: Extract<FixAction, { does: 'update' | 'give' }>): Promise<void> {
        if (action.does === 'update') {
            await updateRecord({ fields: { Id: action.id, ...action.fields } });
        } else if (this.runner) {
            await giveRights(this.runner, action.userId, action.rightIds);
        }
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
