import { checkFormula, FormulaError } from '../../metadata/formula/formula.ts';
import { findRecordPath } from '../../metadata/formula/recordPath.ts';
import type { Refuse } from '../../metadata/readMetadata.ts';
import { MetadataError } from '../../metadata/readMetadata.ts';
import { findObject } from '../../metadata/objects/schema.ts';
import { checkReference } from './checkReference.ts';
import { parseConditionLogic } from '../../metadata/conditionLogic.ts';
import type { FlowDefinition } from '../../metadata/flows/definition.ts';
import type { FilterSet, NamedSource, ValueSource } from '../../metadata/flows/valueSources.ts';
import type { FlowNames } from './flowNames.ts';
import { mergeFieldsOf } from './mergeText.ts';

/** The checks of one flow; each refuses with the file, the line and the name of what is looked at. */
export class FlowCheck {
    readonly flow: FlowDefinition;
    readonly names: FlowNames;
    readonly #refuse: Refuse;
    #where = '';
    #line = 1;

    constructor(flow: FlowDefinition, names: FlowNames, refuse: Refuse) {
        this.flow = flow;
        this.names = names;
        this.#refuse = refuse;
    }

    lookAt(where: string, line: number): void {
        this.#where = where;
        this.#line = line;
    }

    refuse(problem: string): void {
        this.#refuse(new MetadataError(`${this.flow.file}:${this.#line}`, `${this.#where}: ${problem}`));
    }

    connector(target: string | undefined): void {
        if (target !== undefined && !this.flow.elements.has(target)) {
            this.refuse(`leads to ${target}, which does not exist`);
        }
    }

    reference(name: string): void {
        const problem = checkReference(this.flow, this.names, name);
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
        if (!findObject(this.names.schema, name)) {
            this.refuse(`object ${name} does not exist`);
        }
    }

    /** Of an object that there is: a missing one was refused before. */
    field(object: string, name: string): void {
        if (!findObject(this.names.schema, object)) {
            return;
        }
        try {
            findRecordPath(this.names.schema, object, [name]);
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
