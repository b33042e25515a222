import type { FlowDefinition } from '../../metadata/flows/definition.ts';
import { nextOf } from '../../metadata/flows/paths.ts';
import { isCallable } from '../../org/flows/flowStarts.ts';
import type { Finding } from '../finding.ts';
import { flowsOf } from '../read/flows.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

const YES_OR_NO = new Set(['IsNull', 'IsChanged', 'IsBlank', 'IsEmpty', 'WasSet', 'HasError']);
const NEEDED_BY_TYPE: Readonly<Record<string, string>> = {
    Number: 'scale',
    Currency: 'scale',
    SObject: 'objectType',
    Apex: 'apexClass'
};

/** What the schema allows, the local org takes, and an org refuses. */
export function checkFlowShapes(project: Project): Finding[] {
    const { flows } = flowsOf(project);
    const triggered = new Set(flows.filter((flow) => !isCallable(flow)).map(({ name }) => name));
    return [
        ...flows.flatMap((flow) => wrongWays(flow, triggered)),
        ...componentsOf(project, 'Flow').flatMap(({ file, root }) =>
            [...root.children.flatMap(missingType), ...[...everyElement(root)].flatMap(unclearCondition)].map(
                ({ element, ...finding }) => ({ ...finding, file: `${file}:${element.line}` })
            )
        )
    ];
}

interface Problem {
    readonly element: XmlElement;
    readonly what: string;
    readonly mend: string;
}

function wrongWays({ elements, file }: FlowDefinition, triggered: ReadonlySet<string>): Finding[] {
    return [...elements.values()].flatMap((step) => {
        const { line, name } = step;
        const at = { file: `${file}:${line}` };
        return [
            ...(nextOf(step).includes(name)
                ? [
                      {
                          ...at,
                          what: `${name} leads to itself, which an org refuses`,
                          mend: 'Connect it to another step.'
                      }
                  ]
                : []),
            ...(step.kind === 'subflow' && triggered.has(step.flow)
                ? [
                      {
                          ...at,
                          what: `${name} calls ${step.flow}, which only its trigger may start`,
                          mend: 'Call another flow.'
                      }
                  ]
                : [])
        ];
    });
}

function missingType(element: XmlElement): Problem[] {
    const name = textOf(element, 'name');
    const needed = NEEDED_BY_TYPE[textOf(element, 'dataType')];
    return needed !== undefined && !childOf(element, needed)
        ? [{ element, what: `${name} is a ${textOf(element, 'dataType')} without ${needed}`, mend: `Add <${needed}>.` }]
        : [];
}

/** Whether a field is empty or has changed is asked with yes or no. */
function unclearCondition(condition: XmlElement): Problem[] {
    if (condition.name !== 'conditions' && condition.name !== 'filters') {
        return [];
    }
    const [value] = [...childrenOf(condition, 'value'), ...childrenOf(condition, 'rightValue')];
    const operator = textOf(condition, 'operator');
    const isClear = value !== undefined && (childOf(value, 'booleanValue') ?? childOf(value, 'elementReference'));
    return YES_OR_NO.has(operator) && !isClear
        ? [{ element: condition, what: `${operator} is compared with no yes or no`, mend: 'Give it a <booleanValue>.' }]
        : [];
}
