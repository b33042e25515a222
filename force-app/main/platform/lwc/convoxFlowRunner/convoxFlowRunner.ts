import { LightningElement, api } from 'lwc';
import broke from '@salesforce/label/c.ConVox_FlowRunner_Broke';
import { fillIn } from 'c/convoxText';
import type { FlowInputVariable, FlowStatusChange } from 'lightning/flow';

/** What a flow is given, by the name of its input: a text or a list of texts. */
export type FlowInputs = Readonly<Record<string, string | readonly string[]>>;

/** What a flow gave back, by the name of its output. */
export type FlowOutputs = Readonly<Record<string, unknown>>;

/** What a template's reference to this component can be asked for. */
export interface FlowRunner {
    run(flow: string, inputs: FlowInputs): Promise<FlowOutputs>;
}

export function isFlowRunner(value: unknown): value is FlowRunner {
    return typeof value === 'object' && value !== null && 'run' in value;
}

interface RunningFlow {
    readonly key: number;
    readonly flow: string;
    readonly inputs: readonly FlowInputVariable[];
    readonly end: (outputs: FlowOutputs) => void;
}

/** Runs flows that read or give something in the user's own name. It shows nothing. */
export default class ConvoxFlowRunner extends LightningElement {
    flows: readonly RunningFlow[] = [];
    last = 0;

    /** Resolves to the flow's outputs; to a `fault` alone when the flow did not end well. Never rejects. */
    @api
    run(flow: string, inputs: FlowInputs): Promise<FlowOutputs> {
        this.last += 1;
        const key = this.last;
        const variables = Object.entries(inputs).map(([name, value]): FlowInputVariable => ({
            name,
            type: 'String',
            value
        }));
        return new Promise((end) => {
            this.flows = [...this.flows, { key, flow, inputs: variables, end }];
        });
    }

    override renderedCallback(): void {
        // Nothing in a flow that nobody sees may take the focus. Templates do not know the attribute yet.
        this.refs?.frame?.setAttribute('inert', '');
    }

    handleStatus({ currentTarget, detail }: CustomEvent<FlowStatusChange>): void {
        const key = currentTarget instanceof HTMLElement ? Number(currentTarget.dataset.key) : 0;
        const { status, outputVariables = [] } = detail;
        if (status === 'FINISHED' || status === 'FINISHED_SCREEN') {
            this.end(key, Object.fromEntries(outputVariables.map(({ name, value }) => [name, value])));
        } else if (status === 'ERROR') {
            const flow = this.flows.find((one) => one.key === key)?.flow ?? '';
            this.end(key, { fault: fillIn(broke, flow) });
        }
    }

    end(key: number, outputs: FlowOutputs): void {
        this.flows.find((flow) => flow.key === key)?.end(outputs);
        this.flows = this.flows.filter((flow) => flow.key !== key);
    }
}
