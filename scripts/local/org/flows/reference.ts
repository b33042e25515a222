import { labelText } from '../../metadata/labels.ts';
import { calendarDay } from '../../metadata/formula/calendarDay.ts';
import type { FormulaContext, FormulaValue, SaveContext } from '../../metadata/formula/formula.ts';
import { computeFormula, FormulaError } from '../../metadata/formula/formula.ts';
import { findRecordPath, readRecordPath } from '../../metadata/formula/recordPath.ts';
import type { FlowFormula } from '../../metadata/flows/definition.ts';
import type { ValueSource } from '../../metadata/flows/valueSources.ts';
import { ElementFault } from './failures.ts';
import type { FlowValue } from './flowValue.ts';
import { converted, foundRecord, scalar } from './flowValue.ts';
import type { Interview } from './interview.ts';
import { mergeText } from './mergeText.ts';

/** The zone in which the user's days begin. */
function timeZoneOf({ acting, surroundings }: Interview): string {
    const zone = surroundings.store.get('User', acting.id)?.['TimeZoneSidKey'];
    return typeof zone === 'string' ? zone : 'UTC';
}

function globalValue(interview: Interview, name: string): FlowValue | undefined {
    switch (name) {
        case '$Flow.CurrentDateTime':
            return scalar('datetime', interview.surroundings.clock().toISOString());
        case '$Flow.CurrentDate':
            return scalar('date', calendarDay(interview.surroundings.clock(), timeZoneOf(interview)));
        case '$Flow.FaultMessage':
            return scalar('text', interview.faultMessage);
        case '$User.Id':
            return scalar('text', interview.acting.id);
        case '$User.Username':
            return scalar('text', interview.acting.username);
        case '$GlobalConstant.True':
            return scalar('checkbox', true);
        case '$GlobalConstant.False':
            return scalar('checkbox', false);
        case '$GlobalConstant.EmptyString':
            return scalar('text', '');
        default:
            return name.startsWith(PERMISSION)
                ? permission(interview, name.slice(PERMISSION.length))
                : label(interview, name);
    }
}

/** Custom labels, in the language of the user who runs the flow. */
export const LABEL = '$Label.';

function label({ acting, surroundings: { schema, store } }: Interview, name: string): FlowValue | undefined {
    const texts = name.startsWith(LABEL) ? schema.labels?.get(name.slice(LABEL.length)) : undefined;
    const language = texts && store.get('User', acting.id)?.['LanguageLocaleKey'];
    return texts && scalar('text', labelText(texts, typeof language === 'string' ? language : ''));
}

/** Custom permissions of the user who runs the flow. */
export const PERMISSION = '$Permission.';

function permission({ acting, surroundings }: Interview, name: string): FlowValue {
    return scalar('checkbox', surroundings.hasPermission(name, acting));
}

/** Global variables that flows may use here. */
export const KNOWN_GLOBALS: readonly string[] = [
    '$Flow.CurrentDateTime',
    '$Flow.CurrentDate',
    '$Flow.FaultMessage',
    '$User.Id',
    '$User.Username',
    '$GlobalConstant.True',
    '$GlobalConstant.False',
    '$GlobalConstant.EmptyString'
];

function triggeringRecord(interview: Interview, root: string): FlowValue | undefined {
    const { trigger } = interview;
    if (!trigger || (root !== '$Record' && root !== '$Record__Prior')) {
        return undefined;
    }
    if (root === '$Record') {
        return trigger.current;
    }
    const { object } = trigger.current;
    return trigger.prior ? foundRecord(object, trigger.prior) : { kind: 'noRecord', object };
}

function fieldOf(interview: Interview, name: string, owner: FlowValue, path: readonly string[]): FlowValue {
    const { schema, store } = interview.surroundings;
    if (owner.kind === 'noRecord') {
        throw new ElementFault(
            `The flow failed to access the value for ${name} because it hasn't been set or assigned.`
        );
    }
    if (owner.kind !== 'record') {
        throw new ElementFault(`${name} names a field, but ${name.split('.')[0]} is not a record.`);
    }
    const found = findRecordPath(schema, owner.object, path);
    const value = readRecordPath(found, owner.fields, (object, id) => store.get(object, id));
    return { kind: 'scalar', value };
}

/** A flow computes its formulas anew wherever they are named, and formulas name formulas: thousands in one interview. */
const contexts = new WeakMap<Interview, FormulaContext>();

function computed(interview: Interview, formula: FlowFormula): FlowValue {
    const context = contexts.get(interview) ?? formulaContext(interview);
    contexts.set(interview, context);
    const value = computeFormula(formula.expression, context);
    return { kind: 'scalar', value: converted(value, formula.dataType, `Formula ${formula.name}`, formula.scale) };
}

function declaredValue(interview: Interview, root: string): FlowValue | undefined {
    const { flow } = interview;
    const formula = flow.formulas.get(root);
    if (formula) {
        return computed(interview, formula);
    }
    const constant = flow.constants.get(root);
    if (constant) {
        return sourceValue(interview, constant);
    }
    const template = flow.textTemplates.get(root);
    return template === undefined ? undefined : scalar('text', mergedText(interview, template));
}

/** The value of a resource by its name: `total`, `$Record.Status__c`, `Get_Agent.User__r.Name`, `Send.responseCode`. */
export function resolve(interview: Interview, name: string): FlowValue {
    const whole = interview.values.get(name) ?? globalValue(interview, name);
    if (whole) {
        return whole;
    }
    const [root = '', ...path] = name.split('.');
    const owner = triggeringRecord(interview, root) ?? interview.values.get(root) ?? declaredValue(interview, root);
    if (!owner) {
        throw new ElementFault(`The flow has no resource ${name}, or its element has not run yet.`);
    }
    return path.length === 0 ? owner : fieldOf(interview, name, owner, path);
}

/** A resource that must be a single value. */
export function resolveScalar(interview: Interview, name: string): FormulaValue {
    const value = resolve(interview, name);
    if (value.kind !== 'scalar') {
        throw new ElementFault(`${name} is a record or a collection, a single value is needed.`);
    }
    return value.value;
}

/** Text with its merge fields filled in; blanks become nothing. */
export function mergedText(interview: Interview, template: string): string {
    return mergeText(template, (name) => resolveScalar(interview, name));
}

/** The value of a source; undefined stands for null of no particular type. */
export function sourceValue(interview: Interview, source: ValueSource | undefined): FlowValue {
    switch (source?.kind) {
        case undefined:
            return scalar('null', null);
        case 'reference':
            return resolve(interview, source.name);
        case 'text':
            return scalar('text', mergedText(interview, source.template));
        case 'literal':
            return { kind: 'scalar', value: source.value };
    }
}

export function sourceScalar(interview: Interview, source: ValueSource | undefined): FormulaValue {
    const value = sourceValue(interview, source);
    if (value.kind !== 'scalar') {
        throw new ElementFault('A record or a collection stands where a single value is needed.');
    }
    return value.value;
}

/** What formulas of a running flow see; `save` only where they decide whether a saved record starts it. */
export function formulaContext(interview: Interview, save?: SaveContext): FormulaContext {
    return {
        ...(save && { save }),
        now: interview.surroundings.clock,
        get timeZone() {
            return timeZoneOf(interview);
        },
        resolve: (name) => {
            try {
                return resolveScalar(interview, name);
            } catch (error) {
                throw error instanceof ElementFault ? new FormulaError(error.message) : error;
            }
        }
    };
}
