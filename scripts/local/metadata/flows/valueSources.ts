import type { FormulaValue } from '../formula/formula.ts';

/** What has a line of its own in the flow's file. */
export interface Written {
    readonly line: number;
}

/** Where a value comes from: another resource, text with merge fields, or the metadata itself. */
export type ValueSource =
    | { readonly kind: 'reference'; readonly name: string }
    | { readonly kind: 'text'; readonly template: string }
    | { readonly kind: 'literal'; readonly value: FormulaValue };

export interface FlowCondition extends Written {
    readonly left: string;
    readonly operator: string;
    readonly right: ValueSource | undefined;
}

export interface RecordFilter extends Written {
    readonly field: string;
    readonly operator: string;
    readonly value: ValueSource | undefined;
}

export interface FilterSet {
    readonly logic: string;
    readonly filters: readonly RecordFilter[];
}

export interface NamedSource extends Written {
    readonly name: string;
    readonly source: ValueSource | undefined;
}

/** `name` is the output's or field's name, `target` the flow resource that takes its value. */
export interface OutputTarget {
    readonly name: string;
    readonly target: string;
}
