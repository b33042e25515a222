import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

const KEY_FIELD = /(?:Phone|Mobile|Home|Other|Assistant)_Key__p?c$/;
const KEY_FORMULA = 'keyOfTheNumber';

/**
 * A before-save flow cannot call another flow, so the formulas of the phone key stand in several flows, and the steps that
 * use them at each number. They must be the same everywhere: a caller is found by comparing keys that different flows
 * have made.
 */
export function checkPhoneKeyFormulas(project: Project): Finding[] {
    const flows = componentsOf(project, 'Flow').filter(fillsAKey);
    const [first, ...others] = flows.toSorted((a, b) => a.name.localeCompare(b.name));
    const [steps] = first ? stepsOf(first) : [];
    return first
        ? [...others.flatMap((flow) => compare(flow, first)), ...flows.flatMap((flow) => compareSteps(flow, steps))]
        : [];
}

function fillsAKey({ root }: Component): boolean {
    return [...everyElement(root)].some(
        ({ name, text }) => name === 'assignToReference' && text.startsWith('$Record.') && KEY_FIELD.test(text)
    );
}

function compare(flow: Component, first: Component): Finding[] {
    const formulas = formulasOf(flow);
    return [...formulasOf(first)]
        .filter(([name, expression]) => formulas.get(name) !== expression)
        .map(([name]) => ({
            file: flow.file,
            what: `The formula ${name} is not the one in ${first.file}`,
            mend: 'Make both the same, and prove the rule with the table of phone numbers.'
        }));
}

function compareSteps(flow: Component, steps: string | undefined): Finding[] {
    return stepsOf(flow)
        .filter((own) => own !== steps)
        .map((own) => ({
            file: flow.file,
            what: `A phone key is worked out by ${own}, another by ${steps ?? ''}`,
            mend: 'Take the same steps for every number.'
        }));
}

/** The formulas that each number goes through, in their order. */
function stepsOf({ root }: Component): string[] {
    return childrenOf(root, 'assignments')
        .map((element) =>
            childrenOf(element, 'assignmentItems').flatMap((item) =>
                childrenOf(item, 'value').map((value) => textOf(value, 'elementReference'))
            )
        )
        .filter((references) => references.includes(KEY_FORMULA))
        .map((references) => references.filter((reference) => !reference.startsWith('$')).join(', '));
}

function formulasOf({ root }: Component): Map<string, string> {
    return new Map(
        childrenOf(root, 'formulas').map((formula) => [
            textOf(formula, 'name'),
            textOf(formula, 'expression').replace(/\n\s*/g, '\n')
        ])
    );
}
