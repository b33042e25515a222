import { join } from 'node:path';
import { phoneCases } from '../../force-app/main/contract/lwc/convoxContract/__tests__/data/phoneNumbers.ts';
import { replyCases } from '../../force-app/main/contract/lwc/convoxContract/__tests__/data/replies.ts';
import type { FormulaContext, FormulaValue } from '../org/formula/formula.ts';
import { computeFormula } from '../org/formula/formula.ts';
import { componentsOf, readProject } from './project.ts';
import { childrenOf, everyElement, textOf } from './xmlElement.ts';
import type { XmlElement } from './xmlElement.ts';

const flows = componentsOf(readProject(join(import.meta.dirname, '..', '..')), 'Flow');
const text = (value: string | null): FormulaValue => ({ dataType: 'text', value });

/** Computes a flow's formulas over its variables, the way assignments meet them. */
function formulasOf(flow: XmlElement, variables: Record<string, FormulaValue>): (name: string) => FormulaValue {
    const expressions = new Map(
        childrenOf(flow, 'formulas').map((formula) => [textOf(formula, 'name'), textOf(formula, 'expression')])
    );
    const context: FormulaContext = { resolve: valueOf, now: () => new Date('2026-01-01T00:00:00Z') };
    function valueOf(name: string): FormulaValue {
        const expression = expressions.get(name);
        return expression === undefined ? (variables[name] ?? text(null)) : computeFormula(expression, context);
    }
    return valueOf;
}

const makesTheKey = (element: XmlElement): boolean =>
    [...everyElement(element)].some(({ name, text: of }) => name === 'elementReference' && of === 'keyOfTheNumber');
const keyFlows = flows.filter(({ root }) => makesTheKey(root));

test('contacts, leads, accounts and calls get phone keys', () => {
    expect(keyFlows.map(({ name }) => name)).toHaveLength(4);
});

describe.each(keyFlows.map((flow) => [flow.name, flow.root] as const))("%s makes the contract's key", (_name, root) => {
    // The formulas are assigned one after the other to the same variable, and the last of them to the record's field.
    const assignment = childrenOf(root, 'assignments').find(makesTheKey);
    const steps = (assignment ? childrenOf(assignment, 'assignmentItems') : []).map((item) => ({
        target: textOf(item, 'assignToReference'),
        source: [...everyElement(item)].find(({ name }) => name === 'elementReference')?.text ?? ''
    }));

    test.each([...phoneCases, { name: 'no number', text: null, key: '' }])('for $name', ({ text: number, key }) => {
        const variables: Record<string, FormulaValue> = {};
        const compute = formulasOf(root, variables);
        for (const { target, source } of steps) {
            variables[target] = source.startsWith('$Record.') ? text(number) : compute(source);
        }
        expect(variables[steps.at(-1)?.target ?? '']?.value ?? '').toBe(key);
    });
});

describe('ConVox_Send_Command reads replies as the contract does', () => {
    const root = flows.find(({ name }) => name === 'ConVox_Send_Command')?.root;
    const isSuccess = (status: number): boolean => status >= 200 && status < 300;

    test.each(replyCases)('$name', ({ text: body, httpStatus, outcome, code }) => {
        const variables = {
            replyText: text(isSuccess(httpStatus) ? body : null),
            otherReplyText: text(isSuccess(httpStatus) ? null : body),
            httpStatus: { dataType: 'number', value: httpStatus === 0 ? null : httpStatus } as const
        };
        const compute = root && formulasOf(root, variables);
        expect(compute?.('outcomeOfTheReply').value).toBe(`${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}`);
        expect(compute?.('codeInTheReply').value ?? '').toBe(code);
    });

    test('a refusal that Salesforce hands over as a fault is still a refusal', () => {
        const compute = root && formulasOf(root, { faultText: text('HTTP 400: {"STATUS":"EC014"}') });
        expect(compute?.('outcomeOfTheReply').value).toBe('Refused');
        expect(compute?.('codeInTheReply').value).toBe('EC014');
    });

    test('a fault without a code is unknown, even behind HTTP 200', () => {
        const variables = {
            faultText: text('Unable to parse'),
            httpStatus: { dataType: 'number', value: 200 } as const
        };
        const compute = root && formulasOf(root, variables);
        expect(compute?.('outcomeOfTheReply').value).toBe('Unknown');
    });
});
