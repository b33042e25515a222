declare module 'lightning/flow' {
    import type { LightningElement } from 'lwc';

    /** FINISHED ends a flow with screens, FINISHED_SCREEN one without: both mean done. */
    export type FlowStatus = 'STARTED' | 'PAUSED' | 'FINISHED' | 'FINISHED_SCREEN' | 'ERROR';

    export interface FlowInputVariable {
        readonly name: string;
        readonly type: 'String' | 'Number' | 'Currency' | 'Boolean' | 'Date' | 'DateTime' | 'SObject' | 'Picklist';
        readonly value: unknown;
    }

    export interface FlowOutputVariable {
        readonly name: string;
        readonly dataType: string;
        readonly objectType?: string | null;
        readonly isCollection?: boolean;
        readonly value: unknown;
    }

    /** Detail of the element's `statuschange` event. */
    export interface FlowStatusChange {
        readonly status: FlowStatus;
        readonly outputVariables?: readonly FlowOutputVariable[];
        readonly flowTitle?: string;
        readonly guid?: string;
        readonly helpText?: string;
        readonly activeStages?: readonly unknown[];
        readonly currentStage?: unknown;
    }

    /** The element `lightning-flow`. */
    export default class LightningFlow extends LightningElement {
        flowApiName: string;
        /** RESTART, the default, begins a new interview as soon as one ends. */
        flowFinishBehavior: 'RESTART' | 'NONE';
        flowInputVariables: readonly FlowInputVariable[];
        flowInterviewId: string;
        startFlow(flowApiName: string, inputVariables?: readonly FlowInputVariable[]): void;
        resumeFlow(interviewId: string): void;
    }
}
