import type { Finding } from '../finding.ts';
import type { FlowModel, FlowResource, FlowStep } from '../read/flowModel.ts';
import { flowModelOf } from '../read/flowModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

const WRITES = new Set(['recordCreates', 'recordDeletes', 'recordUpdates']);
// What takes the results of a step by name; automatic storing excludes each.
const OUTPUTS = ['outputReference', 'assignRecordIdToReference', 'outputAssignments', 'outputParameters'];
const YES_OR_NO = new Set(['IsNull', 'IsChanged', 'IsBlank', 'IsEmpty', 'WasSet', 'HasError']);
const NEEDED_BY_TYPE: Readonly<Record<string, string>> = {
    Number: 'scale',
    Currency: 'scale',
    SObject: 'objectType',
    Apex: 'apexClass'
};

/** Elements of a flow hold together what belongs together; the schema alone allows both of two that exclude each other. */
export function checkFlowShapes(project: Project): Finding[] {
    const flows = componentsOf(project, 'Flow').map(flowModelOf);
    const triggered = new Set(flows.filter((flow) => flow.triggerType !== '').map(({ component }) => component.name));
    return flows.flatMap((flow) =>
        [
            ...[...flow.steps.values()].flatMap((step) => [
                ...storedTwice(step),
                ...(WRITES.has(step.kind) ? unclearTarget(step) : []),
                ...loopToItself(step),
                ...startOfTriggered(step, triggered)
            ]),
            ...[...flow.resources.values()].flatMap(missingType),
            ...conditionsOf(flow).flatMap(unclearCondition)
        ].map(({ element, ...finding }) => ({ ...finding, file: `${flow.component.file}:${element.line}` }))
    );
}

interface Problem {
    readonly element: XmlElement;
    readonly what: string;
    readonly mend: string;
}

function storedTwice({ name, element }: FlowStep): Problem[] {
    const named = OUTPUTS.filter((output) => childOf(element, output));
    return textOf(element, 'storeOutputAutomatically') === 'true' && named.length > 0
        ? [{ element, what: `${name} stores its result by itself and in <${named[0]}>`, mend: 'Keep one of the two.' }]
        : [];
}

function unclearTarget({ name, kind, element }: FlowStep): Problem[] {
    const byReference = childOf(element, 'inputReference') !== undefined;
    const byObject = childOf(element, 'object') !== undefined;
    if (byReference === byObject) {
        const what = `${name} names ${byObject ? 'both records and an object' : 'neither records nor an object'}`;
        return [{ element, what, mend: 'Give it <inputReference>, or <object> with what belongs to it.' }];
    }
    const isOpen = byObject && kind !== 'recordCreates' && !childOf(element, 'filters');
    return isOpen ? [{ element, what: `${name} takes every record of its object`, mend: 'Add <filters>.' }] : [];
}

function loopToItself({ name, next, element }: FlowStep): Problem[] {
    return next.includes(name)
        ? [{ element, what: `${name} leads to itself, which an org refuses`, mend: 'Connect it to another step.' }]
        : [];
}

function startOfTriggered({ name, kind, element }: FlowStep, triggered: ReadonlySet<string>): Problem[] {
    const called = textOf(element, 'flowName');
    return kind === 'subflows' && triggered.has(called)
        ? [{ element, what: `${name} calls ${called}, which only its trigger may start`, mend: 'Call another flow.' }]
        : [];
}

function missingType({ name, element }: FlowResource): Problem[] {
    const needed = NEEDED_BY_TYPE[textOf(element, 'dataType')];
    return needed !== undefined && !childOf(element, needed)
        ? [{ element, what: `${name} is a ${textOf(element, 'dataType')} without ${needed}`, mend: `Add <${needed}>.` }]
        : [];
}

function conditionsOf(flow: FlowModel): XmlElement[] {
    return [...everyElement(flow.component.root)].filter(({ name }) => name === 'conditions' || name === 'filters');
}

/** Whether a field is empty or has changed is asked with yes or no. */
function unclearCondition(condition: XmlElement): Problem[] {
    const [value] = [...childrenOf(condition, 'value'), ...childrenOf(condition, 'rightValue')];
    const operator = textOf(condition, 'operator');
    const isClear = value !== undefined && (childOf(value, 'booleanValue') ?? childOf(value, 'elementReference'));
    return YES_OR_NO.has(operator) && !isClear
        ? [{ element: condition, what: `${operator} is compared with no yes or no`, mend: 'Give it a <booleanValue>.' }]
        : [];
}
