import { api, LightningElement } from 'lwc';
import { messagesOf } from '../../../org/fetchResponse.ts';
import { askOrg } from '../../../org/orgRequest.ts';
import type { OrgAnswer } from '../../../org/orgRequest.ts';

interface InputVariable {
    readonly name: string;
    readonly type: string;
    readonly value: unknown;
}

type Outcome = { readonly outputs: Readonly<Record<string, unknown>> } | { readonly problem: string };

/** The status that the REST API puts among the outputs. */
const INTERVIEW_STATUS = 'Flow__InterviewStatus';

function dataTypeOf(value: unknown): string {
    return typeof value === 'number' ? 'NUMBER' : typeof value === 'boolean' ? 'BOOLEAN' : 'STRING';
}

function entriesOf(value: unknown): Record<string, unknown> {
    return value !== null && typeof value === 'object' ? { ...value } : {};
}

/** Reads the answer of `actions/custom/flow`: one entry for each interview, here always one. */
function outcomeOf(answer: OrgAnswer): Outcome {
    const [first]: readonly unknown[] = answer.ok && Array.isArray(answer.content) ? answer.content : [];
    const { isSuccess, outputValues, errors } = entriesOf(first);
    if (answer.ok && isSuccess === true) {
        return { outputs: entriesOf(outputValues) };
    }
    const failures = answer.ok ? (Array.isArray(errors) ? errors.flatMap(messagesOf) : []) : messagesOf(answer);
    return { problem: failures.join(' ') || 'An unhandled fault has occurred in this flow' };
}

/**
 * `lightning-flow` for flows without screens: runs the active version in the org and reports how it ended. Such a flow
 * ends with FINISHED_SCREEN. With `RESTART`, the default, the next interview begins at once, as in an org.
 */
export default class Flow extends LightningElement {
    @api flowInterviewId: string | undefined;
    @api flowFinishBehavior = 'RESTART';
    /** Read when an interview begins; later changes concern the next one. */
    @api flowInputVariables: readonly InputVariable[] = [];
    problem = '';
    #flowApiName: string | undefined;
    #scheduled = false;
    #interview = 0;

    @api get flowApiName(): string | undefined {
        return this.#flowApiName;
    }
    set flowApiName(name: string | undefined) {
        this.#flowApiName = name;
        this.schedule();
    }

    @api startFlow(flowApiName: string, inputVariables: readonly InputVariable[] = []): void {
        void this.run(flowApiName, inputVariables);
    }

    @api resumeFlow(interviewId: string): void {
        this.problem = `The local console cannot resume the paused interview ${interviewId}`;
        this.report('ERROR', []);
    }

    override connectedCallback(): void {
        this.schedule();
    }

    override disconnectedCallback(): void {
        this.#interview += 1;
    }

    /** Name and variables may be set one after the other; one interview begins once both are there. */
    private schedule(): void {
        if (this.#scheduled) {
            return;
        }
        this.#scheduled = true;
        void Promise.resolve().then(() => {
            this.#scheduled = false;
            if (this.isConnected && this.#flowApiName) {
                void this.run(this.#flowApiName, this.flowInputVariables);
            }
        });
    }

    private async run(flowApiName: string, variables: readonly InputVariable[]): Promise<void> {
        const interview = ++this.#interview;
        this.problem = '';
        this.report('STARTED', []);
        const inputs = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
        const outcome = outcomeOf(
            await askOrg(`/actions/custom/flow/${flowApiName}`, { method: 'POST', body: { inputs: [inputs] } })
        );
        if (interview !== this.#interview) {
            return;
        }
        if ('problem' in outcome) {
            this.problem = outcome.problem;
            this.report('ERROR', []);
            return;
        }
        const outputs = Object.entries(outcome.outputs).filter(([name]) => name !== INTERVIEW_STATUS);
        this.report(
            'FINISHED_SCREEN',
            outputs.map(([name, value]) => ({
                name,
                value,
                dataType: dataTypeOf(value),
                objectType: null,
                isCollection: Array.isArray(value),
                flowName: flowApiName
            }))
        );
        if (this.flowFinishBehavior !== 'NONE' && interview === this.#interview && this.isConnected) {
            void this.run(flowApiName, variables);
        }
    }

    private report(status: string, outputVariables: readonly unknown[]): void {
        const detail = {
            status,
            outputVariables,
            flowTitle: this.#flowApiName ?? '',
            guid: `local-interview-${this.#interview}`,
            helpText: '',
            activeStages: [],
            currentStage: null
        };
        this.dispatchEvent(new CustomEvent('statuschange', { detail }));
    }
}
