import { evaluateFormula, FormulaError } from '../../metadata/formula/formula.ts';
import type { FormulaContext, FormulaDataType, FormulaValue } from '../../metadata/formula/formula.ts';
import type { ActingUser, FieldValue, OrgRecord } from '../records.ts';
import type { FieldSchema, FieldType, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { labelText } from '../../metadata/labels.ts';
import type { EvaluateFormula, FormulaScope } from './formulas.ts';
import { resolvePath } from './fieldPath.ts';

export interface RecordFormulaDependencies {
    readonly schema: OrgSchema;
    readonly get: (object: string, id: string) => OrgRecord | undefined;
    readonly clock: () => Date;
    /** What `$Permission.` says of a custom permission; everybody has all when left out. */
    readonly hasPermission?: ((name: string, acting: ActingUser) => boolean) | undefined;
}

const dataTypes: Partial<Record<FieldType, FormulaDataType>> = {
    Number: 'number',
    Currency: 'number',
    Percent: 'number',
    Checkbox: 'checkbox',
    Date: 'date',
    DateTime: 'datetime',
    Picklist: 'picklist',
    MultiselectPicklist: 'multipicklist'
};

/** Formulas of fields, defaults and validation rules: names are fields of the record, its parents, `$User`, `$Permission` or `$Label`. */
export function createRecordFormulas({
    schema,
    get,
    clock,
    hasPermission = () => true
}: RecordFormulaDependencies): EvaluateFormula {
    function evaluate(expression: string, scope: FormulaScope): FieldValue {
        return evaluateFormula(expression, contextOf(scope));
    }

    function contextOf(scope: FormulaScope): FormulaContext {
        const resolveIn = (record: OrgRecord) => (reference: string) => resolve(reference, scope, record);
        const context: FormulaContext = {
            resolve: resolveIn(scope.record),
            now: clock,
            blankNumbersAs: scope.blankAsZero ? 'zero' : 'blank',
            ...timeZoneOf(scope)
        };
        if (!scope.save) {
            return context;
        }
        const { prior } = scope.save;
        const before = resolveIn(prior ?? scope.record);
        return {
            ...context,
            save: {
                isNew: prior === undefined,
                isChanged: (reference) =>
                    prior !== undefined && before(reference).value !== context.resolve(reference).value,
                prior: before
            }
        };
    }

    function timeZoneOf({ acting }: FormulaScope): { timeZone?: string } {
        const zone = acting && get('User', acting.id)?.['TimeZoneSidKey'];
        return typeof zone === 'string' ? { timeZone: zone } : {};
    }

    function resolve(reference: string, scope: FormulaScope, record: OrgRecord): FormulaValue {
        if (reference.startsWith('$')) {
            return resolveGlobal(reference, scope);
        }
        return resolveField(reference, scope.object, record);
    }

    function resolveGlobal(reference: string, scope: FormulaScope): FormulaValue {
        return resolveLabel(reference, scope) ?? resolvePermission(reference, scope) ?? resolveUser(reference, scope);
    }

    function resolveLabel(reference: string, { language = () => '' }: FormulaScope): FormulaValue | undefined {
        const texts = schema.labels?.get(/^\$Label\.(\w+)$/.exec(reference)?.[1] ?? '');
        return texts && { dataType: 'text', value: labelText(texts, language()) };
    }

    function resolvePermission(reference: string, { acting }: FormulaScope): FormulaValue | undefined {
        const [, name] = /^\$Permission\.(\w+)$/i.exec(reference) ?? [];
        return name === undefined ? undefined : { dataType: 'checkbox', value: !acting || hasPermission(name, acting) };
    }

    function resolveUser(reference: string, { acting }: FormulaScope): FormulaValue {
        const user = schema.objects.get('User');
        const [global = '', ...path] = reference.split('.');
        if (global.toLowerCase() !== '$user' || !acting || !user) {
            throw new FormulaError(`The local org does not support ${reference} here.`);
        }
        return resolveField(path.join('.'), user, get('User', acting.id) ?? {});
    }

    function resolveField(reference: string, object: ObjectSchema, record: OrgRecord): FormulaValue {
        const path = resolvePath(schema, object, reference);
        let current: OrgRecord | undefined = record;
        for (const { lookup, target } of path.steps) {
            const id: FieldValue = current?.[lookup.name] ?? null;
            current = typeof id === 'string' ? get(target.name, id) : undefined;
        }
        return { dataType: dataTypeOf(path.field), value: current?.[path.field.name] ?? null };
    }

    return evaluate;
}

/** How formulas see a field. */
function dataTypeOf(field: FieldSchema): FormulaDataType {
    return dataTypes[field.type] ?? 'text';
}
