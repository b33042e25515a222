import { FormulaError } from '../formula/formula.ts';
import { findRecordPath } from '../formula/recordPath.ts';
import type { FlowDefinition, FlowElement } from './definition.ts';
import type { FlowSurroundings } from './interview.ts';
import { KNOWN_GLOBALS } from './reference.ts';

/** The object of a record behind a name; null for a name that holds no single record; undefined when unknown. */
function objectBehind(flow: FlowDefinition, surroundings: FlowSurroundings, root: string): string | null | undefined {
    if (root === '$Record' || root === '$Record__Prior') {
        return flow.start.trigger?.object;
    }
    const variable = flow.variables.get(root);
    if (variable) {
        return variable.isCollection ? null : (variable.objectType ?? null);
    }
    const element = flow.elements.get(root);
    if (element) {
        return objectOfElement(flow, element);
    }
    const isDeclared = flow.formulas.has(root) || flow.constants.has(root) || flow.textTemplates.has(root);
    return isDeclared || isOutcome(flow, root) ? null : undefined;
}

function objectOfElement(flow: FlowDefinition, element: FlowElement): string | null {
    if (element.kind === 'get') {
        return element.firstOnly ? element.object : null;
    }
    if (element.kind !== 'loop') {
        return null;
    }
    const source = flow.elements.get(element.collection);
    return (source?.kind === 'get' ? source.object : flow.variables.get(element.collection)?.objectType) ?? null;
}

function isOutcome(flow: FlowDefinition, name: string): boolean {
    return [...flow.elements.values()].some(
        (element) => element.kind === 'decision' && element.rules.some((rule) => rule.name === name)
    );
}

function storedOutputs(surroundings: FlowSurroundings, element: FlowElement | undefined): readonly string[] {
    if (element?.kind === 'action' && element.storesOutput) {
        return surroundings.callouts.actions.get(element.action)?.outputs.map(({ name }) => name) ?? [];
    }
    if (element?.kind === 'subflow' && element.storesOutput) {
        const variables = [...(surroundings.flows.get(element.flow)?.variables.values() ?? [])];
        return variables.filter(({ isOutput }) => isOutput).map(({ name }) => name);
    }
    return [];
}

/** What is wrong with the name of a resource, in words; undefined when it exists. */
export function checkReference(flow: FlowDefinition, surroundings: FlowSurroundings, name: string): string | undefined {
    const [root = '', ...path] = name.split('.');
    if (KNOWN_GLOBALS.includes(name)) {
        return undefined;
    }
    if (storedOutputs(surroundings, flow.elements.get(root)).includes(path.join('.'))) {
        return undefined;
    }
    const object = objectBehind(flow, surroundings, root);
    if (object === undefined) {
        return root.startsWith('$') ? `${name} is not supported by the local org` : `there is no resource ${root}`;
    }
    if (path.length === 0) {
        return undefined;
    }
    if (object === null) {
        return `${name}: ${root} is not a single record`;
    }
    return fieldProblem(surroundings, object, path);
}

function fieldProblem({ schema }: FlowSurroundings, object: string, path: readonly string[]): string | undefined {
    try {
        findRecordPath(schema, object, path);
        return undefined;
    } catch (error) {
        return error instanceof FormulaError ? error.message : String(error);
    }
}
