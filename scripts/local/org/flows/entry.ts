import { formulaHolds } from '../../metadata/formula/formula.ts';
import { findRecordPath, readRecordPath } from '../../metadata/formula/recordPath.ts';
import { isFieldChanged } from './changedField.ts';
import { conditionHolds } from './condition.ts';
import { logicHolds, parseConditionLogic } from '../../metadata/conditionLogic.ts';
import type { EntryConditions, RecordTrigger } from '../../metadata/flows/definition.ts';
import type { RecordFilter } from '../../metadata/flows/valueSources.ts';
import type { Interview } from './interview.ts';
import { foundRecord } from './flowValue.ts';
import { formulaContext, resolveScalar, sourceScalar, sourceValue } from './reference.ts';

function filterHolds(interview: Interview, { field, operator, value }: RecordFilter): boolean {
    const { trigger, surroundings } = interview;
    if (!trigger) {
        return false;
    }
    if (operator === 'IsChanged') {
        return isFieldChanged(trigger, field) === (sourceScalar(interview, value).value === true);
    }
    const path = findRecordPath(surroundings.schema, trigger.current.object, field.split('.'));
    const left = readRecordPath(path, trigger.current.fields, (object, id) => surroundings.store.get(object, id));
    return conditionHolds(operator, { kind: 'scalar', value: left }, sourceValue(interview, value));
}

function conditionsHold(interview: Interview, entry: EntryConditions): boolean {
    if (entry.formula !== undefined) {
        const { trigger } = interview;
        const save = {
            isNew: trigger?.prior === undefined,
            isChanged: (reference: string) => isFieldChanged(trigger, reference),
            prior: (reference: string) =>
                resolveScalar(interview, trigger?.prior ? reference.replace('$Record.', '$Record__Prior.') : reference)
        };
        return formulaHolds(entry.formula, formulaContext(interview, save));
    }
    const logic = parseConditionLogic(entry.logic, entry.filters.length);
    return logicHolds(logic, (index) => {
        const filter = entry.filters[index];
        return filter !== undefined && filterHolds(interview, filter);
    });
}

/** The same interview as if its record still were as before the save. */
function beforeTheSave(interview: Interview): Interview | undefined {
    const { trigger } = interview;
    return trigger?.prior
        ? {
              ...interview,
              trigger: { current: foundRecord(trigger.current.object, trigger.prior), prior: trigger.prior }
          }
        : undefined;
}

/** Whether the record is as the flow wants it, whenever it became so. Without conditions every record is. */
export function meetsConditions(interview: Interview, { entry }: RecordTrigger): boolean {
    const hasConditions = entry.formula !== undefined || entry.filters.length > 0;
    return !hasConditions || conditionsHold(interview, entry);
}

/** Whether the record being saved starts its flow. Without conditions every save does. */
export function entersFlow(interview: Interview, trigger: RecordTrigger): boolean {
    if (!meetsConditions(interview, trigger)) {
        return false;
    }
    const before = trigger.entry.onlyWhenNewlyMet ? beforeTheSave(interview) : undefined;
    return !before || !meetsConditions(before, trigger);
}
