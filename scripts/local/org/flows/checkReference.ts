import { FormulaError } from '../../metadata/formula/formula.ts';
import { findRecordPath } from '../../metadata/formula/recordPath.ts';
import type { FlowDefinition, FlowElement } from '../../metadata/flows/definition.ts';
import { triggeringObject } from './flowStarts.ts';
import type { FlowNames } from './flowNames.ts';
import { KNOWN_GLOBALS, LABEL, PERMISSION } from './reference.ts';

/** A resource that holds no single record. */
const NO_RECORD = null;

/** The object of the record behind a name; `NO_RECORD` for any other resource, undefined when there is none. */
export function objectBehind(flow: FlowDefinition, root: string): string | typeof NO_RECORD | undefined {
    if (root === '$Record' || root === '$Record__Prior') {
        return triggeringObject(flow);
    }
    const variable = flow.variables.get(root);
    if (variable) {
        return variable.isCollection ? NO_RECORD : (variable.objectType ?? NO_RECORD);
    }
    const element = flow.elements.get(root);
    return element ? objectOfElement(flow, element) : otherResource(flow, root);
}

function otherResource(flow: FlowDefinition, root: string): typeof NO_RECORD | undefined {
    const exists = [flow.formulas, flow.constants, flow.textTemplates].some((resources) => resources.has(root));
    return exists || isOutcome(flow, root) ? NO_RECORD : undefined;
}

function objectOfElement(flow: FlowDefinition, element: FlowElement): string | typeof NO_RECORD {
    if (element.kind === 'get') {
        return element.firstOnly ? element.object : NO_RECORD;
    }
    if (element.kind !== 'loop') {
        return NO_RECORD;
    }
    const source = flow.elements.get(element.collection);
    return (source?.kind === 'get' ? source.object : flow.variables.get(element.collection)?.objectType) ?? NO_RECORD;
}

function isOutcome(flow: FlowDefinition, name: string): boolean {
    return [...flow.elements.values()].some(
        (element) => element.kind === 'decision' && element.rules.some((rule) => rule.name === name)
    );
}

function outputVariables(flow: FlowDefinition | undefined): string[] {
    const variables = flow ? [...flow.variables.values()] : [];
    return variables.filter(({ isOutput }) => isOutput).map(({ name }) => name);
}

function storedOutputs({ callouts, flows }: FlowNames, element: FlowElement | undefined): readonly string[] {
    if (element?.kind === 'action' && element.storesOutput) {
        const action = callouts?.actions.get(element.action);
        return action ? action.outputs.map(({ name }) => name) : [];
    }
    return element?.kind === 'subflow' && element.storesOutput ? outputVariables(flows.get(element.flow)) : [];
}

function isGlobal(name: string): boolean {
    return KNOWN_GLOBALS.includes(name) || name.startsWith(PERMISSION) || name.startsWith(LABEL);
}

function labelProblem({ schema }: FlowNames, name: string): string | undefined {
    const label = name.startsWith(LABEL) ? name.slice(LABEL.length) : undefined;
    return label === undefined || schema.labels?.has(label) !== false ? undefined : `there is no label ${label}`;
}

/** What is wrong with the name of a resource, in words; undefined when it exists. */
export function checkReference(flow: FlowDefinition, names: FlowNames, name: string): string | undefined {
    const [root = '', ...path] = name.split('.');
    if (isGlobal(name)) {
        return labelProblem(names, name);
    }
    if (storedOutputs(names, flow.elements.get(root)).includes(path.join('.'))) {
        return undefined;
    }
    const object = objectBehind(flow, root);
    if (object === undefined) {
        return root.startsWith('$') ? `${name} is not supported by the local org` : `there is no resource ${root}`;
    }
    if (path.length === 0) {
        return undefined;
    }
    if (object === NO_RECORD) {
        return `${name}: ${root} is not a single record`;
    }
    return fieldProblem(names, object, path);
}

function fieldProblem({ schema }: FlowNames, object: string, path: readonly string[]): string | undefined {
    try {
        findRecordPath(schema, object, path);
        return undefined;
    } catch (error) {
        return error instanceof FormulaError ? error.message : String(error);
    }
}
