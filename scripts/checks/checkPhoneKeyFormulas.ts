import type { Finding } from './finding.ts';
import type { Component, Project } from './project.ts';
import { componentsOf } from './project.ts';
import { childrenOf, everyElement, textOf } from './xmlElement.ts';

const KEY_FIELD = /(?:Phone|Mobile)_Key__c$/;

/**
 * A before-save flow cannot call another flow, so the formulas of the phone key stand in several flows. They must be the
 * same everywhere: a caller is found by comparing keys that different flows have made.
 */
export function checkPhoneKeyFormulas(project: Project): Finding[] {
    const flows = componentsOf(project, 'Flow').filter(fillsAKey);
    const [first, ...others] = flows.toSorted((a, b) => a.name.localeCompare(b.name));
    return first ? others.flatMap((flow) => compare(flow, first)) : [];
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

function formulasOf({ root }: Component): Map<string, string> {
    return new Map(
        childrenOf(root, 'formulas').map((formula) => [
            textOf(formula, 'name'),
            textOf(formula, 'expression').replace(/\n\s*/g, '\n')
        ])
    );
}
