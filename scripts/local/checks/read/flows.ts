import type { FlowDefinition } from '../../metadata/flows/definition.ts';
import { readFlow } from '../../metadata/flows/readFlow.ts';
import type { Refuse } from '../../metadata/readMetadata.ts';
import { readEach } from '../../metadata/readMetadata.ts';
import { checkFlow } from '../../org/flows/checkFlow.ts';
import type { Finding } from '../finding.ts';
import { modelOf } from './packageModel.ts';
import type { Project } from './project.ts';
import { componentsOf } from './project.ts';
import { findingOf } from './refusals.ts';

/** What of the project's flows can be read, and what the local org would refuse. */
interface Flows {
    readonly flows: readonly FlowDefinition[];
    readonly problems: readonly Finding[];
}

const known = new WeakMap<Project, Flows>();

/** Read once, since many checks ask. */
export function flowsOf(project: Project): Flows {
    const flows = known.get(project) ?? read(project);
    known.set(project, flows);
    return flows;
}

function read(project: Project): Flows {
    const problems: Finding[] = [];
    const refuse: Refuse = (error) => problems.push(findingOf(error));
    const flows = readEach(componentsOf(project, 'Flow'), ({ name, root }) => readFlow(root, name, refuse), refuse);
    const names = {
        flows: new Map(flows.map((flow) => [flow.name, flow])),
        schema: { objects: modelOf(project) }
    };
    flows.forEach((flow) => checkFlow(flow, names, refuse));
    return { flows, problems };
}
