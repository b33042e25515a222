import { LightningElement, api, wire } from 'lwc';
import { focusOn } from 'c/convoxCursor';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { changeLine } from 'c/convoxSetupChecks';
import type { BegunChange } from 'c/convoxSetupChecks';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { createRecord, deleteRecord } from 'lightning/uiRecordApi';
import type { ChangeAbout } from './changeAbout.ts';
import type { ChangePath } from './changePath.ts';
import { changeRequest } from './changeQuery.ts';
import type { ChangeRequest } from './changeQuery.ts';
import { choicesOf, nameOfChosen } from './choices.ts';
import type { Choice } from './choices.ts';
import { labels } from './labels.ts';
import { proofViews } from './proofViews.ts';
import type { ProofView } from './proofViews.ts';

export type { ChangeAbout, ChangePath };

/**
 * A change of the installation, step by step. It is begun before anything is done: what came earlier shows nothing of it.
 * @fires changed when it was begun or ended
 */
export default class ConvoxChange extends LightningElement {
    labels = labels;
    given?: ChangeAbout;
    request?: ChangeRequest;
    answer: GraphqlResult = {};
    chosen = '';
    isBusy = false;
    failure?: ErrorReport;
    /** The button that was pressed goes. */
    mustFocus = false;

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    take(result: GraphqlResult): void {
        if (result.data || result.errors) {
            this.answer = result;
        }
    }

    @api
    get about(): ChangeAbout | undefined {
        return this.given;
    }
    set about(given: ChangeAbout | undefined) {
        const isNews = given?.facts !== this.given?.facts;
        this.given = given;
        const request = given && changeRequest(this.begun, given.facts);
        if (JSON.stringify(request?.variables) !== JSON.stringify(this.request?.variables)) {
            this.request = request;
            this.answer = {};
        } else if (isNews) {
            this.answer.refresh?.().catch((error: unknown) => {
                this.failure = readError(error);
            });
        }
    }

    override renderedCallback(): void {
        if (this.mustFocus) {
            this.mustFocus = false;
            focusOn(this.refs, 'place');
        }
    }

    get path(): ChangePath | undefined {
        return this.given?.path;
    }

    get begun(): BegunChange | undefined {
        return this.given?.facts.changes.find(({ path }) => path === this.path?.id);
    }

    get state(): string {
        const { begun, given } = this;
        return begun && given
            ? [fillIn(labels.begun, begun.at, begun.by), nameOfChosen(begun.of, given.facts)]
                  .filter(Boolean)
                  .join(' · ')
            : labels.first;
    }

    get choices(): Choice[] {
        return this.given ? choicesOf(this.given) : [];
    }

    /** What there is only one of is not asked for. */
    get mustChoose(): boolean {
        return !this.begun && (this.path?.asks === 'agent' || this.choices.length > 1);
    }

    get question(): string {
        return this.path?.asks === 'agent' ? labels.agent : labels.server;
    }

    get cannotBegin(): boolean {
        return this.isBusy || (this.mustChoose && this.chosen === '');
    }

    get proofs(): ProofView[] {
        const { given, begun, answer } = this;
        return given ? proofViews(given.path, begun, { ...given, told: answer.data }) : [];
    }

    get endText(): string {
        return this.proofs.every(({ shown }) => shown === 'yes') ? labels.done : labels.cancel;
    }

    get summary(): string {
        return [this.path?.title, this.begun && labels.underWay].filter(Boolean).join(' – ');
    }

    handleChoice({ detail }: CustomEvent<{ value: string }>): void {
        this.chosen = detail.value;
    }

    handleBegin(): void {
        const of = this.mustChoose ? this.chosen : (this.choices[0]?.value ?? '');
        const fields = changeLine(this.path?.id ?? '', [of]);
        this.change(() => createRecord({ apiName: 'ConVox_Health__c', fields }));
    }

    handleEnd(): void {
        const { begun } = this;
        if (begun) {
            this.change(() => deleteRecord(begun.id));
        }
    }

    private change(make: () => Promise<unknown>): void {
        this.isBusy = true;
        this.failure = undefined;
        make()
            .then(() => {
                this.chosen = '';
                this.mustFocus = true;
                this.dispatchEvent(new CustomEvent('changed'));
            })
            .catch((error: unknown) => {
                this.failure = readError(error);
            })
            .finally(() => {
                this.isBusy = false;
            });
    }
}
