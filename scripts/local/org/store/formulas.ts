import type { ActingUser, FieldValue, OrgRecord } from '../records.ts';
import type { ObjectSchema } from '../../metadata/objects/schema.ts';

/** Where a formula stands: on which object, in which record, and during which save. */
export interface FormulaScope {
    readonly object: ObjectSchema;
    readonly record: OrgRecord;
    /** Only while the record is saved; `prior` is absent on create. */
    readonly save?: { readonly prior: OrgRecord | undefined };
    readonly acting?: ActingUser | undefined;
    readonly blankAsZero?: boolean;
    /** In whose language labels are, as Salesforce spells it; in their own where nobody reads. */
    readonly language?: (() => string) | undefined;
}

/** Computes a formula of a field, a default value or a validation rule. */
export type EvaluateFormula = (expression: string, scope: FormulaScope) => FieldValue;
