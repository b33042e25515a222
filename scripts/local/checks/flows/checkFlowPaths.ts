import type { FlowDefinition } from '../../metadata/flows/definition.ts';
import { reachableFrom } from '../../metadata/flows/paths.ts';
import type { Finding } from '../finding.ts';
import { flowsOf } from '../read/flows.ts';
import type { Project } from '../read/project.ts';

/**
 * A path whose time is that of a field asks the field again when the time has come: the field may have moved since,
 * and whether what was scheduled moves with it is documented nowhere.
 */
export function checkFlowPaths(project: Project): Finding[] {
    return flowsOf(project).flows.flatMap((flow) =>
        flow.start.timedPaths
            .filter(({ connector, field }) => field !== undefined && !asks(flow, connector, `$Record.${field}`))
            .map(({ field, line }) => ({
                file: `${flow.file}:${line}`,
                what: `The path at ${field} does not ask whether its time has come`,
                mend: `Compare $Record.${field} with $Flow.CurrentDateTime in a decision.`
            }))
    );
}

function asks(flow: FlowDefinition, first: string | undefined, reference: string): boolean {
    const formulas = [...flow.formulas.values()]
        .filter(({ expression }) => expression.includes(`{!${reference}}`))
        .map(({ name }) => name);
    const reached = reachableFrom(flow, [first]);
    return [...flow.elements.values()]
        .flatMap((element) => (element.kind === 'decision' && reached.has(element.name) ? element.rules : []))
        .flatMap(({ conditions }) => conditions)
        .some(({ left }) => [reference, ...formulas].includes(left));
}
