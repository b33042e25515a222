import type { Finding } from '../finding.ts';
import type { FlowDefinition } from '../../metadata/flows/definition.ts';
import { isCallable } from '../../org/flows/flowStarts.ts';
import { flowsOf } from '../read/flows.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { permissionSetsOf } from '../read/roles.ts';
import { textOf } from '../../metadata/xml.ts';

const FLOW_IN_TEMPLATE = /\bflow-api-name="([^"]+)"/g;

/**
 * Flows that components start exist, may be started by somebody, and wait for no trigger of their own. A flow that a
 * permission set grants says so itself: without that, the right to run every flow decides, and the grant does nothing.
 */
export function checkFlowStarters(project: Project): Finding[] {
    const flows = new Map(flowsOf(project).flows.map((flow) => [flow.name, flow]));
    const granted = new Set(permissionSetsOf(project).flatMap((set) => [...set.flows]));
    const open = componentsOf(project, 'Flow').filter(
        ({ name, root }) => granted.has(name) && textOf(root, 'isAdditionalPermissionRequiredToRun') !== 'true'
    );
    return [
        ...open.map(({ file, name }) => ({
            file,
            what: `${name} is granted to some and open to all who may run flows`,
            mend: 'Set <isAdditionalPermissionRequiredToRun> to true.'
        })),
        ...startedByComponents(project, flows, granted)
    ];
}

function startedByComponents(
    project: Project,
    flows: ReadonlyMap<string, FlowDefinition>,
    granted: ReadonlySet<string>
): Finding[] {
    return [...project.files]
        .filter(([file]) => file.endsWith('.html'))
        .flatMap(([file, text]) =>
            [...text.matchAll(FLOW_IN_TEMPLATE)].flatMap(({ 1: name = '', index }) => {
                const problem = problemOf(name, flows.get(name), granted);
                const line = text.slice(0, index).split('\n').length;
                return problem === undefined ? [] : [{ file: `${file}:${line}`, ...problem }];
            })
        );
}

function problemOf(
    name: string,
    flow: FlowDefinition | undefined,
    granted: ReadonlySet<string>
): { readonly what: string; readonly mend: string } | undefined {
    if (!flow) {
        return { what: `There is no flow ${name}`, mend: 'Correct flow-api-name.' };
    }
    if (!isCallable(flow)) {
        return { what: `${name} starts by its trigger and not from a component`, mend: 'Name another flow.' };
    }
    return granted.has(name)
        ? undefined
        : { what: `No permission set lets anybody run ${name}`, mend: 'Grant it in <flowAccesses>.' };
}
