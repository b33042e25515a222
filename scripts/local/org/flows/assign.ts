import type { FormulaValue } from '../../metadata/formula/formula.ts';
import { formulaTypeOfField } from '../../metadata/formula/fieldTypes.ts';
import { findRecordPath } from '../../metadata/formula/recordPath.ts';
import type { FlowVariable } from '../../metadata/flows/definition.ts';
import type { ValueSource } from '../../metadata/flows/valueSources.ts';
import { ElementFault } from './failures.ts';
import type { FlowValue, NoRecord, RecordValue } from './flowValue.ts';
import { converted, isNullValue, storedValue, withField } from './flowValue.ts';
import { emptyValue } from './interview.ts';
import type { Interview } from './interview.ts';
import { formulaTypeOf } from '../../metadata/flows/readParts.ts';

function isRecord(value: FlowValue | undefined): value is RecordValue | NoRecord {
    return value?.kind === 'record' || value?.kind === 'noRecord';
}

/** The value as a field of an object stores it: of the field's type, blanks as null. */
export function fieldValue(interview: Interview, object: string, field: string, value: FormulaValue) {
    const { field: found } = findRecordPath(interview.surroundings.schema, object, [field]);
    const typed = converted(value, formulaTypeOfField(found.type), `${object}.${found.name}`);
    return { name: found.name, value: storedValue(typed) };
}

/** Whether the flow says that a field is to be empty, other than by a value that happens to be. */
function isEmptiedOnPurpose(source: ValueSource | undefined): boolean {
    return source?.kind === 'reference' && source.name === '$GlobalConstant.EmptyString';
}

function assignToTriggeringRecord(
    interview: Interview,
    target: string,
    field: string,
    value: FormulaValue,
    source: ValueSource | undefined
): void {
    const { trigger, moment, surroundings } = interview;
    if (!trigger) {
        throw new ElementFault(`${target}: only a flow that a record's save started has $Record.`);
    }
    const stored = fieldValue(interview, trigger.current.object, field, value);
    const isLeft = moment === 'beforeSave' && surroundings.nullAssignment === 'leaves' && !isEmptiedOnPurpose(source);
    if (stored.value !== null || !isLeft) {
        trigger.current = withField(trigger.current, stored.name, stored.value);
    }
}

function assignToField(interview: Interview, target: string, value: FlowValue, source: ValueSource | undefined): void {
    const [root = '', field = '', ...deeper] = target.split('.');
    if (deeper.length > 0 || value.kind !== 'scalar') {
        throw new ElementFault(`${target}: only a single value can be assigned, and only to a record's own field.`);
    }
    if (root === '$Record') {
        assignToTriggeringRecord(interview, target, field, value.value, source);
        return;
    }
    const owner = interview.values.get(root);
    if (!isRecord(owner)) {
        throw new ElementFault(`${target}: ${root} is not a record.`);
    }
    const stored = fieldValue(interview, owner.object, field, value.value);
    interview.values.set(root, withField(owner, stored.name, stored.value));
}

function asCollection(variable: FlowVariable, value: FlowValue): FlowValue {
    if (value.kind !== 'collection') {
        throw new ElementFault(`${variable.name} is a collection; add to it, or assign a collection.`);
    }
    return value;
}

function asRecord(variable: FlowVariable, value: FlowValue): FlowValue {
    if (value.kind === 'scalar' && isNullValue(value)) {
        return emptyValue(variable);
    }
    if (!isRecord(value) || value.object !== variable.objectType) {
        throw new ElementFault(`${variable.name} takes a ${variable.objectType} record.`);
    }
    return value;
}

function asVariableHolds(variable: FlowVariable, value: FlowValue): FlowValue {
    if (variable.isCollection) {
        return asCollection(variable, value);
    }
    if (variable.objectType !== undefined) {
        return asRecord(variable, value);
    }
    if (value.kind !== 'scalar') {
        throw new ElementFault(`${variable.name} takes a single value.`);
    }
    const dataType = formulaTypeOf(variable.dataType) ?? 'text';
    return { kind: 'scalar', value: converted(value.value, dataType, variable.name, variable.scale) };
}

/**
 * Gives a variable, or a field of a record, its value. Throws `ElementFault` when the types do not fit.
 * @param source where an assignment step has the value from
 */
export function assignTo(interview: Interview, target: string, value: FlowValue, source?: ValueSource): void {
    if (target.includes('.')) {
        assignToField(interview, target, value, source);
        return;
    }
    const variable = interview.flow.variables.get(target);
    if (!variable) {
        throw new ElementFault(`${target} is not a variable, nothing can be assigned to it.`);
    }
    interview.values.set(target, asVariableHolds(variable, value));
}
