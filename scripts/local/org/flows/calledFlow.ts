import type { FormulaDataType } from '../../metadata/formula/formula.ts';
import type { ActingUser, FieldValue, OrgRecord } from '../records.ts';
import { assignTo } from './assign.ts';
import { failureText, runAsyncBatch } from './asyncBatch.ts';
import { batchMember } from './batch.ts';
import type { FlowVariable } from '../../metadata/flows/definition.ts';
import { ElementFault } from './failures.ts';
import { isCallable } from './flowStarts.ts';
import type { FlowTransactions } from './flowTransactions.ts';
import type { FlowValue } from './flowValue.ts';
import type { FlowSurroundings, Interview } from './interview.ts';
import { startInterview } from './interview.ts';
import { runFlow } from './interpreter.ts';
import { formulaTypeOf } from '../../metadata/flows/readParts.ts';

/** By variable: a single value, or texts for a collection. */
export type FlowInputs = Readonly<Record<string, FieldValue | readonly string[]>>;

/** A record comes out with the fields that the flow knows. */
export type FlowOutput = FieldValue | OrgRecord | readonly FlowOutput[];

export interface FlowRunResult {
    readonly status: 'Finished' | 'Error';
    /** By variable; every output variable when the flow finished, none when it failed. */
    readonly outputs: Readonly<Record<string, FlowOutput>>;
    readonly error?: string;
}

const JAVASCRIPT_TYPES: Readonly<Record<FormulaDataType, string>> = {
    text: 'string',
    number: 'number',
    checkbox: 'boolean',
    date: 'string',
    datetime: 'string',
    picklist: 'string',
    multipicklist: 'string',
    null: 'object'
};

function inputValue(variable: FlowVariable, value: FieldValue | readonly string[]): FlowValue {
    const dataType = formulaTypeOf(variable.dataType);
    if (isList(value)) {
        if (dataType !== 'text' || !variable.isCollection) {
            throw new ElementFault(`Input ${variable.name} takes no collection of texts.`);
        }
        return {
            kind: 'collection',
            items: value.map((item) => ({ kind: 'scalar', value: { dataType, value: item } }))
        };
    }
    if (!dataType || variable.isCollection) {
        throw new ElementFault(
            `Input ${variable.name} is a record or a collection; the local org takes single values and texts only.`
        );
    }
    if (value !== null && typeof value !== JAVASCRIPT_TYPES[dataType]) {
        throw new ElementFault(
            `Input ${variable.name} takes a value of type ${variable.dataType}, not ${JSON.stringify(value)}.`
        );
    }
    return { kind: 'scalar', value: { dataType, value } };
}

function isList(value: FieldValue | readonly string[]): value is readonly string[] {
    return Array.isArray(value);
}

function giveInputs(interview: Interview, inputs: FlowInputs): void {
    for (const [name, value] of Object.entries(inputs)) {
        const variable = interview.flow.variables.get(name);
        if (!variable?.isInput) {
            throw new ElementFault(`Flow ${interview.flow.name} has no input variable ${name}.`);
        }
        assignTo(interview, name, inputValue(variable, value));
    }
}

function outputOf(value: FlowValue | undefined): FlowOutput {
    switch (value?.kind) {
        case 'scalar':
            return value.value.value;
        case 'record':
            return value.fields;
        case 'collection':
            return value.items.map(outputOf);
        case 'noRecord':
        case undefined:
            return null;
    }
}

function outputsOf({ flow, values }: Interview): Record<string, FlowOutput> {
    const outputs = [...flow.variables.values()].filter(({ isOutput }) => isOutput);
    return Object.fromEntries(outputs.map(({ name }) => [name, outputOf(values.get(name))]));
}

/** Runs a flow without a trigger to its end. Never throws for what the flow itself can cause. */
export async function runCalledFlow(
    flowName: string,
    inputs: FlowInputs,
    acting: ActingUser,
    surroundings: FlowSurroundings,
    transactions: FlowTransactions
): Promise<FlowRunResult> {
    const flow = surroundings.flows.get(flowName);
    if (!flow || !isCallable(flow)) {
        return { status: 'Error', outputs: {}, error: `There is no active autolaunched flow ${flowName}.` };
    }
    const interview = startInterview({ flow, surroundings, moment: 'called', acting });
    try {
        giveInputs(interview, inputs);
    } catch (error) {
        if (error instanceof ElementFault) {
            return { status: 'Error', outputs: {}, error: error.message };
        }
        throw error;
    }
    // A single interview is never repeated, so its generator is only made once.
    const members = [batchMember(() => runFlow(interview, flow.start.connector))];
    await runAsyncBatch(members, surroundings, transactions);
    const failure = members[0]?.failure;
    return failure === undefined
        ? { status: 'Finished', outputs: outputsOf(interview) }
        : { status: 'Error', outputs: {}, error: failureText(failure) };
}
