import { checkFormula, FormulaError } from '../formula/formula.ts';
import { findRecordPath } from '../formula/recordPath.ts';
import { findObject } from '../schema/schema.ts';
import { MetadataError } from '../schema/metadataXml.ts';
import { ASSIGNMENT_OPERATORS } from './assignmentStep.ts';
import { checkReference } from './checkReference.ts';
import { CONDITION_OPERATORS } from './condition.ts';
import { parseConditionLogic } from './conditionLogic.ts';
import type { FilterSet, FlowDefinition, FlowElement, NamedSource, ValueSource } from './definition.ts';
import type { FlowSurroundings } from './interview.ts';
import { mergeFieldsOf } from './mergeText.ts';
import { FILTER_OPERATORS } from './recordFilter.ts';

/** Collects what the checks of one flow need; `where` says in words what is being looked at. */
class FlowCheck {
    readonly flow: FlowDefinition;
    readonly surroundings: FlowSurroundings;
    where = '';

    constructor(flow: FlowDefinition, surroundings: FlowSurroundings) {
        this.flow = flow;
        this.surroundings = surroundings;
    }

    refuse(problem: string): never {
        throw new MetadataError(this.flow.file, `${this.where}: ${problem}`);
    }

    connector(target: string | undefined): void {
        if (target !== undefined && !this.flow.elements.has(target)) {
            this.refuse(`leads to ${target}, which does not exist`);
        }
    }

    reference(name: string): void {
        const problem = checkReference(this.flow, this.surroundings, name);
        if (problem !== undefined) {
            this.refuse(problem);
        }
    }

    source(source: ValueSource | undefined): void {
        if (source?.kind === 'reference') {
            this.reference(source.name);
        } else if (source?.kind === 'text') {
            mergeFieldsOf(source.template).forEach((name) => this.reference(name));
        }
    }

    formula(expression: string): void {
        checkFormula(expression).forEach((name) => this.reference(name));
    }

    object(name: string): void {
        if (!findObject(this.surroundings.schema, name)) {
            this.refuse(`object ${name} does not exist`);
        }
    }

    field(object: string, name: string): void {
        try {
            findRecordPath(this.surroundings.schema, object, name.split('.'));
        } catch (error) {
            this.refuse(error instanceof FormulaError ? error.message : String(error));
        }
    }

    operator(operator: string, known: readonly string[]): void {
        if (!known.includes(operator)) {
            this.refuse(`operator ${operator} is not supported by the local org`);
        }
    }

    logic(logic: string, count: number): void {
        try {
            parseConditionLogic(logic, count);
        } catch (error) {
            this.refuse(error instanceof SyntaxError ? error.message : String(error));
        }
    }

    filters(object: string, { logic, filters }: FilterSet, operators: readonly string[]): void {
        this.logic(logic, filters.length);
        for (const { field, operator, value } of filters) {
            this.field(object, field);
            this.operator(operator, operators);
            this.source(value);
        }
    }

    fields(object: string, values: readonly NamedSource[]): void {
        for (const { name, source } of values) {
            this.field(object, name);
            this.source(source);
        }
    }
}

type Checks = {
    readonly [Kind in FlowElement['kind']]: (check: FlowCheck, element: Extract<FlowElement, { kind: Kind }>) => void;
};

const CHECKS: Checks = {
    action: (check, { action, inputs, outputs }) => {
        const known = check.surroundings.callouts.actions.get(action);
        if (!known) {
            return check.refuse(`there is no active external service action ${action}`);
        }
        for (const { name, source } of inputs) {
            if (!known.inputs.some((input) => input.name === name)) {
                check.refuse(`${action} has no input ${name}`);
            }
            check.source(source);
        }
        for (const { name, target } of outputs) {
            if (!known.outputs.some((output) => output.name === name)) {
                check.refuse(`${action} has no output ${name}`);
            }
            check.reference(target);
        }
        const missing = known.inputs.find(
            ({ name, required }) => required && !inputs.some((input) => input.name === name)
        );
        return missing ? check.refuse(`${action} needs input ${missing.name}`) : undefined;
    },
    assignment: (check, { items }) => {
        for (const { target, operator, source } of items) {
            check.reference(target);
            check.operator(operator, ASSIGNMENT_OPERATORS);
            check.source(source);
        }
    },
    customError: (check, { messages }) => {
        messages.forEach(({ template }) => check.source({ kind: 'text', template }));
    },
    decision: (check, { rules }) => {
        for (const { logic, conditions, connector } of rules) {
            check.connector(connector);
            check.logic(logic, conditions.length);
            for (const { left, operator, right } of conditions) {
                check.reference(left);
                check.operator(operator, CONDITION_OPERATORS);
                check.source(right);
            }
        }
    },
    loop: (check, { collection, next }) => {
        check.reference(collection);
        check.connector(next);
    },
    get: (check, element) => {
        check.object(element.object);
        check.filters(element.object, element, FILTER_OPERATORS);
        element.fields.forEach((field) => check.field(element.object, field));
        if (element.sort) {
            check.field(element.object, element.sort.field);
        }
    },
    create: (check, element) => {
        checkChange(check, element);
        if (element.assignIdTo !== undefined) {
            check.reference(element.assignIdTo);
        }
    },
    update: (check, element) => {
        checkChange(check, element);
        if (element.object !== undefined) {
            check.filters(element.object, element, FILTER_OPERATORS);
        }
    },
    delete: (check, element) => {
        checkChange(check, { ...element, values: [] });
        if (element.object !== undefined) {
            check.filters(element.object, element, FILTER_OPERATORS);
        }
    },
    subflow: (check, { flow: name, inputs, outputs }) => {
        const flow = check.surroundings.flows.get(name);
        if (!flow) {
            return check.refuse(`there is no active flow ${name}`);
        }
        inputs.forEach(({ name: input, source }) => {
            if (!flow.variables.get(input)?.isInput) {
                check.refuse(`${name} has no input variable ${input}`);
            }
            check.source(source);
        });
        return outputs.forEach(({ name: output, target }) => {
            if (!flow.variables.get(output)?.isOutput) {
                check.refuse(`${name} has no output variable ${output}`);
            }
            check.reference(target);
        });
    }
};

interface Change {
    readonly object: string | undefined;
    readonly inputReference: string | undefined;
    readonly values: readonly NamedSource[];
}

function checkChange(check: FlowCheck, { object, inputReference, values }: Change): void {
    if (inputReference !== undefined) {
        check.reference(inputReference);
    }
    const trigger = check.flow.start.trigger;
    const target = object ?? (inputReference === '$Record' ? trigger?.object : undefined);
    if (object !== undefined) {
        check.object(object);
    }
    if (target !== undefined) {
        check.fields(target, values);
    }
}

function checkElement<Element extends FlowElement>(check: FlowCheck, element: Element): void {
    check.where = element.name;
    check.connector(element.connector);
    check.connector(element.fault);
    const run = CHECKS[element.kind] as (check: FlowCheck, element: Element) => void;
    run(check, element);
}

function checkStart(check: FlowCheck): void {
    const { connector, afterCommit, trigger } = check.flow.start;
    check.where = 'Start';
    check.connector(connector);
    check.connector(afterCommit);
    if (trigger) {
        check.object(trigger.object);
        check.filters(trigger.object, trigger.entry, CONDITION_OPERATORS);
        if (trigger.entry.formula !== undefined) {
            check.formula(trigger.entry.formula);
        }
    }
}

/** Checks what can be known before a flow runs; throws `MetadataError` with the flow's file and the element. */
export function checkFlow(flow: FlowDefinition, surroundings: FlowSurroundings): void {
    const check = new FlowCheck(flow, surroundings);
    checkStart(check);
    flow.elements.forEach((element) => checkElement(check, element));
    for (const { name, expression } of flow.formulas.values()) {
        check.where = name;
        check.formula(expression);
    }
    for (const [name, template] of flow.textTemplates) {
        check.where = name;
        check.source({ kind: 'text', template });
    }
}
