import type { ExternalServices } from '../externalServices/externalServices.ts';
import type { ActingUser, RecordStore, SaveTriggers } from '../records.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import type { FlowLogEntry } from './asyncPaths.ts';
import { AsyncPaths } from './asyncPaths.ts';
import type { FlowInputs, FlowRunResult } from './calledFlow.ts';
import { runCalledFlow } from './calledFlow.ts';
import { checkFlow } from './checkFlow.ts';
import type { OrgClock } from './clockFlows.ts';
import { ClockFlows } from './clockFlows.ts';
import type { FlowDefinition, FlowVariable } from '../../metadata/flows/definition.ts';
import { isCallable } from './flowStarts.ts';
import { FlowTransactions } from './flowTransactions.ts';
import { ImmediatePaths } from './immediatePaths.ts';
import type { FlowSurroundings, NullAssignment } from './interview.ts';

export type { FlowLogEntry } from './asyncPaths.ts';
export type { FlowRunResult } from './calledFlow.ts';

export interface FlowEngineOptions {
    /** From `readFlows`; those that arrive inactive are left alone until they are switched on. */
    readonly flows: readonly FlowDefinition[];
    readonly store: RecordStore;
    readonly schema: OrgSchema;
    readonly callouts: ExternalServices;
    readonly clock: () => Date;
    readonly log?: (entry: FlowLogEntry) => void;
    /** Whether a user has a custom permission; everybody has all when left out. */
    readonly hasPermission?: (name: string, acting: ActingUser) => boolean;
    readonly orgClock: OrgClock;
    /** `clears` when left out. */
    readonly nullAssignment?: NullAssignment | undefined;
}

/** A flow without a trigger, as its callers see it. */
export interface FlowDescription {
    readonly name: string;
    readonly label: string;
    readonly description: string | undefined;
    readonly inputs: readonly FlowVariable[];
    readonly outputs: readonly FlowVariable[];
}

export interface FlowEngine extends SaveTriggers {
    /** Runs an autolaunched flow for a user. What goes wrong in the flow is in the result. */
    run(flowName: string, inputs: FlowInputs, acting: ActingUser): Promise<FlowRunResult>;
    /** Runs the background paths and the flows of the clock that are due, and those that they make due; returns how many interviews ran. */
    runDueAsync(): Promise<number>;
    /** When the next of them is due; undefined when none waits. */
    readonly nextDueAt: Date | undefined;
    /** Undefined when there is no such autolaunched flow. */
    describe(flowName: string): FlowDescription | undefined;
    /** Switches a flow of the package on or off. Throws `MetadataError` for one that could not run here. */
    setActive(flowName: string, isActive: boolean): void;
    /** Names of the flows that `run` takes. */
    readonly callableFlows: readonly string[];
}

/** Makes an engine for the package's flows. Throws `MetadataError` for a flow that could not run here. */
export function createFlowEngine(options: FlowEngineOptions): FlowEngine {
    const { store, schema, callouts, clock, orgClock, log = () => undefined, hasPermission = () => true } = options;
    const { nullAssignment = 'clears' } = options;
    const active = options.flows.filter(({ isActive }) => isActive);
    const flows = new Map(active.map((flow) => [flow.name, flow]));
    const surroundings: FlowSurroundings = { flows, store, schema, callouts, clock, hasPermission, nullAssignment };
    active.forEach((flow) => checkFlow(flow, surroundings));
    const transactions = new FlowTransactions();
    const immediate = new ImmediatePaths(surroundings, transactions);
    const background = new AsyncPaths(surroundings, transactions, log);
    const clockFlows = new ClockFlows(surroundings, background, orgClock);
    return {
        beforeSave: (...save) => immediate.beforeSave(...save),
        afterSave: (...save) => immediate.afterSave(...save),
        beforeDelete: (...row) => immediate.beforeDelete(...row),
        afterCommit: (...save) => background.afterCommit(...save),
        run: (flowName, inputs, acting) => runCalledFlow(flowName, inputs, acting, surroundings, transactions),
        runDueAsync() {
            clockFlows.startDue();
            return background.runDue();
        },
        get nextDueAt() {
            const due = [background.nextDueAt, clockFlows.nextDueAt].filter((time) => time !== undefined);
            return due.toSorted((one, other) => one.getTime() - other.getTime())[0];
        },
        describe: (flowName) => {
            const flow = flows.get(flowName);
            return flow && isCallable(flow) ? describeFlow(flow) : undefined;
        },
        setActive: (flowName, isActive) => {
            flows.delete(flowName);
            options.flows
                .filter(({ name }) => isActive && name === flowName)
                .forEach((flow) => {
                    checkFlow(flow, surroundings);
                    flows.set(flowName, flow);
                });
            clockFlows.planAnew();
        },
        get callableFlows() {
            return [...flows.values()].filter(isCallable).map(({ name }) => name);
        }
    };
}

function describeFlow({ name, label, description, variables }: FlowDefinition): FlowDescription {
    const all = [...variables.values()];
    return {
        name,
        label,
        description,
        inputs: all.filter(({ isInput }) => isInput),
        outputs: all.filter(({ isOutput }) => isOutput)
    };
}
