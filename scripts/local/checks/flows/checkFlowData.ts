import type { Finding } from '../finding.ts';
import type { FlowModel, FlowStep } from '../read/flowModel.ts';
import { flowModelOf } from '../read/flowModel.ts';
import { brokenReference, referencesOf } from '../read/flowReferences.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { fieldAt, modelOf, valuesOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';

/** Objects, fields and picklist values that flows name exist, and every reference within a flow leads somewhere. */
export function checkFlowData(project: Project): Finding[] {
    const model = modelOf(project);
    return componentsOf(project, 'Flow')
        .map(flowModelOf)
        .flatMap((flow) => [
            ...brokenReferences(flow, model),
            ...checkStart(flow, model),
            ...[...flow.steps.values()].flatMap((step) => checkStep(step, flow, model))
        ]);
}

function brokenReferences(flow: FlowModel, model: PackageModel): Finding[] {
    return referencesOf(flow).flatMap(({ path, line }) => {
        const what = brokenReference(path, flow, model);
        return what === undefined
            ? []
            : [{ file: `${flow.component.file}:${line}`, what, mend: `Correct the reference ${path}.` }];
    });
}

function checkStart(flow: FlowModel, model: PackageModel): Finding[] {
    const start = childOf(flow.component.root, 'start');
    return start && flow.object !== '' ? checkRecord(start, flow, model) : [];
}

function checkStep(step: FlowStep, flow: FlowModel, model: PackageModel): Finding[] {
    if (step.kind === 'decisions') {
        return childrenOf(step.element, 'rules')
            .flatMap((rule) => childrenOf(rule, 'conditions'))
            .flatMap((condition) => checkRecordValue(condition, flow, model));
    }
    return childOf(step.element, 'object') ? checkRecord(step.element, flow, model) : [];
}

/** Start, Get, Create, Update or Delete: an object with fields to filter, set, read or sort by. */
function checkRecord(element: XmlElement, flow: FlowModel, model: PackageModel): Finding[] {
    const object = textOf(element, 'object');
    if (!model.has(object)) {
        return [at(flow, element, `There is no object ${object}`, 'Correct <object>.')];
    }
    const pairs = [...childrenOf(element, 'filters'), ...childrenOf(element, 'inputAssignments')];
    const named = [
        ...pairs.map((pair) => ({ name: textOf(pair, 'field'), line: pair })),
        ...['queriedFields', 'sortField'].flatMap((tag) =>
            childrenOf(element, tag).map((child) => ({ name: child.text, line: child }))
        )
    ];
    return [
        ...named
            .filter(({ name }) => name.includes('.') || !fieldAt(model, object, name))
            .map(({ name, line }) => at(flow, line, `${object} has no field ${name}`, 'Name a field of the object.')),
        ...pairs.flatMap((pair) => checkValue(pair, fieldValues(model, object, textOf(pair, 'field')), flow))
    ];
}

/** A condition on `$Record.Status__c` must name a status that there is. */
function checkRecordValue(condition: XmlElement, flow: FlowModel, model: PackageModel): Finding[] {
    const [source = '', field = '', ...deeper] = textOf(condition, 'leftValueReference').split('.');
    const step = flow.steps.get(source);
    const variable = flow.resources.get(source);
    const object = source.startsWith('$Record')
        ? flow.object
        : textOf((step ?? variable)?.element ?? condition, step ? 'object' : 'objectType');
    return deeper.length > 0 ? [] : checkValue(condition, fieldValues(model, object, field), flow);
}

function fieldValues(model: PackageModel, object: string, field: string): readonly string[] {
    return valuesOf(model.get(object)?.fields.get(field));
}

function checkValue(holder: XmlElement, allowed: readonly string[], flow: FlowModel): Finding[] {
    const value = childOf(holder, 'value') ?? childOf(holder, 'rightValue');
    const text = value && childOf(value, 'stringValue');
    return text && allowed.length > 0 && !allowed.includes(text.text)
        ? [at(flow, text, `"${text.text}" is not in the picklist`, `Use one of ${allowed.join(', ')}.`)]
        : [];
}

function at(flow: FlowModel, element: XmlElement, what: string, mend: string): Finding {
    return { file: `${flow.component.file}:${element.line}`, what, mend };
}
