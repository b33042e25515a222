import type { Component } from './project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';

/** A step of a flow. */
export interface FlowStep {
    readonly name: string;
    /** Element name in the metadata: `actionCalls`, `recordLookups`, `decisions`, ... */
    readonly kind: string;
    readonly element: XmlElement;
    /** Names of the steps that may come next, the fault path included. */
    readonly next: readonly string[];
    readonly hasFaultPath: boolean;
}

/** Something that a flow refers to by name without running it. */
export interface FlowResource {
    readonly name: string;
    readonly kind: 'variables' | 'formulas' | 'constants' | 'textTemplates' | 'choices';
    readonly element: XmlElement;
}

export interface FlowModel {
    readonly component: Component;
    readonly steps: ReadonlyMap<string, FlowStep>;
    readonly resources: ReadonlyMap<string, FlowResource>;
    /** The record-triggered object, '' for other flows. */
    readonly object: string;
    readonly triggerType: string;
    /** First steps of the path that runs within the save or the call. */
    readonly immediate: readonly string[];
    /** First steps of the paths that run later, in their own transaction. */
    readonly later: readonly string[];
}

const STEP_KINDS = [
    'actionCalls',
    'assignments',
    'collectionProcessors',
    'customErrors',
    'decisions',
    'loops',
    'recordCreates',
    'recordDeletes',
    'recordLookups',
    'recordRollbacks',
    'recordUpdates',
    'screens',
    'subflows',
    'transforms',
    'waits'
] as const;

const RESOURCE_KINDS = ['variables', 'formulas', 'constants', 'textTemplates', 'choices'] as const;
const CONNECTORS = /^(connector|defaultConnector|faultConnector|nextValueConnector|noMoreValuesConnector)$/;

export function flowModelOf(component: Component): FlowModel {
    const { root } = component;
    const start = childOf(root, 'start');
    return {
        component,
        steps: new Map(
            STEP_KINDS.flatMap((kind) => childrenOf(root, kind))
                .map(stepOf)
                .map((step) => [step.name, step])
        ),
        resources: new Map(
            RESOURCE_KINDS.flatMap((kind) =>
                childrenOf(root, kind).map((element) => ({ name: textOf(element, 'name'), kind, element }))
            ).map((resource) => [resource.name, resource])
        ),
        object: start ? textOf(start, 'object') : '',
        triggerType: start ? textOf(start, 'triggerType') : '',
        immediate: start ? childrenOf(start, 'connector').map(targetOf) : [],
        later: start
            ? childrenOf(start, 'scheduledPaths').flatMap((path) => childrenOf(path, 'connector').map(targetOf))
            : []
    };
}

/** Every step that can be reached from these, themselves included. */
export function reachableFrom(flow: FlowModel, names: readonly string[]): Set<string> {
    const reached = new Set<string>();
    const waiting = [...names];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (!reached.has(name)) {
            reached.add(name);
            waiting.push(...(flow.steps.get(name)?.next ?? []));
        }
    }
    return reached;
}

function stepOf(element: XmlElement): FlowStep {
    const connectors = [element, ...childrenOf(element, 'rules')].flatMap((holder) =>
        holder.children.filter((child) => CONNECTORS.test(child.name))
    );
    return {
        name: textOf(element, 'name'),
        kind: element.name,
        element,
        next: connectors.map(targetOf),
        hasFaultPath: childOf(element, 'faultConnector') !== undefined
    };
}

function targetOf(connector: XmlElement): string {
    return textOf(connector, 'targetReference');
}
