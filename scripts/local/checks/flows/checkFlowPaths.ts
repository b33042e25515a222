import type { Finding } from '../finding.ts';
import type { FlowModel } from '../read/flowModel.ts';
import { flowModelOf, reachableFrom } from '../read/flowModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

/**
 * A path whose time is that of a field asks the field again when the time has come: the field may have moved since,
 * and whether what was scheduled moves with it is documented nowhere.
 */
export function checkFlowPaths(project: Project): Finding[] {
    return componentsOf(project, 'Flow')
        .map(flowModelOf)
        .flatMap((flow) =>
            childrenOf(flow.component.root, 'start')
                .flatMap((start) => childrenOf(start, 'scheduledPaths'))
                .filter((path) => textOf(path, 'timeSource') === 'RecordField')
                .map((path) => ({
                    path,
                    field: textOf(path, 'recordField'),
                    first: childrenOf(path, 'connector').map((connector) => textOf(connector, 'targetReference'))
                }))
                .filter(({ field, first }) => !asks(flow, first, `$Record.${field}`))
                .map(({ path, field }) => ({
                    file: `${flow.component.file}:${path.line}`,
                    what: `The path at ${field} does not ask whether its time has come`,
                    mend: `Compare $Record.${field} with $Flow.CurrentDateTime in a decision.`
                }))
        );
}

function asks(flow: FlowModel, first: readonly string[], reference: string): boolean {
    const formulas = [...flow.resources.values()]
        .filter(({ kind, element }) => kind === 'formulas' && textOf(element, 'expression').includes(`{!${reference}}`))
        .map(({ name }) => name);
    const reached = reachableFrom(flow, first);
    return [...flow.steps.values()]
        .filter(({ name, kind }) => kind === 'decisions' && reached.has(name))
        .flatMap(({ element }) => [...everyElement(element)])
        .some(({ name, text }) => name === 'leftValueReference' && [reference, ...formulas].includes(text));
}
