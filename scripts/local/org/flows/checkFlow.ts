import { checkElement } from './checkElement.ts';
import { CONDITION_OPERATORS } from './condition.ts';
import type { FlowDefinition, RecordTrigger, TimedPath } from '../../metadata/flows/definition.ts';
import { stopAtFirst } from '../../metadata/readMetadata.ts';
import type { FlowNames } from './flowNames.ts';
import { FlowCheck } from './flowCheck.ts';
import { FILTER_OPERATORS } from './recordFilter.ts';

function checkStart(check: FlowCheck): void {
    const { line, connector, afterCommit, timedPaths, trigger, schedule } = check.flow.start;
    check.lookAt('Start', line);
    [connector, afterCommit, ...timedPaths.map((path) => path.connector)].forEach((path) => check.connector(path));
    if (schedule?.records !== undefined) {
        check.object(schedule.records.object);
        check.filters(schedule.records.object, schedule.records, FILTER_OPERATORS);
    }
    if (trigger) {
        check.object(trigger.object);
        check.filters(trigger.object, trigger.entry, CONDITION_OPERATORS);
        if (trigger.entry.formula !== undefined) {
            check.formula(trigger.entry.formula);
        }
        checkTimedPaths(check, timedPaths, trigger);
    }
}

/** Flow Builder offers paths in time only where one save, and not each further one, starts them. */
function checkTimedPaths(
    check: FlowCheck,
    paths: readonly TimedPath[],
    { object, operations, entry }: RecordTrigger
): void {
    if (paths.length > 0 && operations.includes('update') && !entry.onlyWhenNewlyMet) {
        check.refuse('A scheduled path needs a flow that starts only when a record newly meets the conditions.');
    }
    for (const { field } of paths) {
        if (field !== undefined) {
            check.field(object, field);
        }
    }
}

/** Checks what can be known before a flow runs, and refuses it with the flow's file, the line and the element. */
export function checkFlow(flow: FlowDefinition, names: FlowNames, refuse = stopAtFirst): void {
    const check = new FlowCheck(flow, names, refuse);
    checkStart(check);
    flow.elements.forEach((element) => checkElement(check, element));
    for (const { name, line, expression } of flow.formulas.values()) {
        check.lookAt(name, line);
        check.formula(expression);
    }
    for (const [name, template] of flow.textTemplates) {
        check.lookAt(name, flow.start.line);
        check.source({ kind: 'text', template });
    }
}
