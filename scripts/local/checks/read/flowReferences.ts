import type { FlowModel, FlowStep } from './flowModel.ts';
import type { PackageModel } from './packageModel.ts';
import { fieldAt } from './packageModel.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

/** A name that a flow uses, and where. `$Record.Status__c`, `Get_the_command.Type__c`, `agentAsUser`. */
export interface FlowReference {
    readonly path: string;
    readonly line: number;
}

const REFERRING =
    /^(assignToReference|collectionReference|elementReference|inputReference|leftValueReference|outputReference)$/;
const MERGE_FIELD = /\{!([^}]+)\}/g;
const ALWAYS_THERE =
    /^\$((Flow|User|Organization|Api|Label|Permission|Profile|Setup|System|Client|CustomMetadata)\.|GlobalConstant\.(True|False|EmptyString)$)/;

/** Every reference of a flow: by element, and by merge field in formulas and texts. */
export function referencesOf(flow: FlowModel): FlowReference[] {
    return [...everyElement(flow.component.root)].flatMap(({ name, text, line }) => [
        ...(REFERRING.test(name) ? [{ path: text, line }] : []),
        ...[...text.matchAll(MERGE_FIELD)].map(([, path = '']) => ({ path, line }))
    ]);
}

/** What is wrong with a reference; undefined when it leads to something. */
export function brokenReference(path: string, flow: FlowModel, model: PackageModel): string | undefined {
    if (ALWAYS_THERE.test(path)) {
        return undefined;
    }
    const [first = '', ...rest] = path.split('.');
    const field = rest.join('.');
    const source = sourceOf(first, flow);
    if (!source) {
        return `There is no ${first}`;
    }
    if (field === '' || source.object === undefined) {
        return field === '' ? undefined : `${first} is no record and has no ${field}`;
    }
    if (!fieldAt(model, source.object, field)) {
        return `${source.object} has no field ${field}`;
    }
    return source.queried && !source.queried.has(field)
        ? `${first} does not read ${field}, so it is always empty`
        : undefined;
}

interface Source {
    /** The object whose fields it has; undefined when it is no record. */
    readonly object: string | undefined;
    /** The fields that are read; undefined when all are there. */
    readonly queried: ReadonlySet<string> | undefined;
}

function sourceOf(name: string, flow: FlowModel): Source | undefined {
    if (name === '$Record' || name === '$Record__Prior') {
        return flow.object === '' ? undefined : { object: flow.object, queried: undefined };
    }
    const resource = flow.resources.get(name);
    if (resource) {
        const object = textOf(resource.element, 'objectType');
        return { object: object === '' ? undefined : object, queried: queriedInto(name, flow) };
    }
    const step = flow.steps.get(name);
    return step && sourceOfStep(step, flow);
}

function sourceOfStep(step: FlowStep, flow: FlowModel): Source {
    if (step.kind === 'loops') {
        const collection = textOf(step.element, 'collectionReference');
        return sourceOf(collection, flow) ?? { object: undefined, queried: undefined };
    }
    return step.kind === 'recordLookups'
        ? { object: textOf(step.element, 'object'), queried: queriedBy([step.element]) }
        : { object: undefined, queried: undefined };
}

/** A variable that Gets fill has the fields that all of them read. */
function queriedInto(variable: string, flow: FlowModel): ReadonlySet<string> | undefined {
    const gets = [...flow.steps.values()].filter((step) => textOf(step.element, 'outputReference') === variable);
    return gets.length === 0 ? undefined : queriedBy(gets.map(({ element }) => element));
}

function queriedBy(gets: readonly XmlElement[]): ReadonlySet<string> | undefined {
    if (gets.some((get) => !childOf(get, 'queriedFields'))) {
        return undefined;
    }
    const [first = [], ...others] = gets.map((get) => childrenOf(get, 'queriedFields').map(({ text }) => text));
    return new Set(['Id', ...first.filter((field) => others.every((other) => other.includes(field)))]);
}
