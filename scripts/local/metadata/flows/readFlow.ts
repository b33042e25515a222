import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import type { Refuse } from '../readMetadata.ts';
import {
    MetadataError,
    integerOf,
    optionalTextOf,
    readEach,
    readMetadataFile,
    requiredTextOf,
    stopAtFirst
} from '../readMetadata.ts';
import { elementReaders } from './readElement.ts';
import { readConstant, readFormula, readTextTemplate, readVariable } from './readResource.ts';
import { readStart } from './readStart.ts';
import { onlyChildOf } from '../metadataWords.ts';
import type { FlowDefinition, FlowElement } from './definition.ts';

// Said about the flow, not run.
const DESCRIPTIVE = new Set([
    'apiVersion',
    'areMetricsLoggedToDataCloud',
    'description',
    'environments',
    'interviewLabel',
    'label',
    'isAdditionalPermissionRequiredToRun',
    'isTemplate',
    'processMetadataValues',
    'processType',
    'runInMode',
    'status',
    'triggerOrder'
]);
const RESOURCES = new Set(['constants', 'formulas', 'start', 'textTemplates', 'variables']);

function refuseUnknown(flow: XmlElement, refuse: Refuse): void {
    for (const child of flow.children) {
        if (!DESCRIPTIVE.has(child.name) && !RESOURCES.has(child.name) && !elementReaders[child.name]) {
            refuse(new MetadataError(child, `flow elements <${child.name}> are not supported by the local org`));
        }
    }
    const processType = requiredTextOf(flow, 'processType');
    if (processType !== 'AutoLaunchedFlow') {
        refuse(new MetadataError(flow, `flows of type ${processType} are not supported by the local org`));
    }
}

function readRunInMode(flow: XmlElement): FlowDefinition['runInMode'] {
    const mode = optionalTextOf(flow, 'runInMode') ?? 'DefaultMode';
    switch (mode) {
        case 'DefaultMode':
        case 'SystemModeWithSharing':
        case 'SystemModeWithoutSharing':
            return mode;
        default:
            throw new MetadataError(flow, `runInMode ${mode} is not supported by the local org`);
    }
}

function readElements(flow: XmlElement, refuse: Refuse): Map<string, FlowElement> {
    const elements = new Map<string, FlowElement>();
    for (const [kind, read] of Object.entries(elementReaders)) {
        for (const element of readEach(childrenOf(flow, kind), read, refuse)) {
            if (elements.has(element.name)) {
                refuse(new MetadataError(flow, `two elements are called ${element.name}`));
            }
            elements.set(element.name, element);
        }
    }
    return elements;
}

/** Reads one flow, and refuses what cannot run here. @param flow root element of its file */
export function readFlow(flow: XmlElement, name: string, refuse = stopAtFirst): FlowDefinition {
    refuseUnknown(flow, refuse);
    const start = onlyChildOf(flow, 'start');
    if (!start) {
        throw new MetadataError(flow, 'the flow has no <start>');
    }
    const named = <Item>(kind: string, read: (element: XmlElement) => Item): Map<string, Item> =>
        new Map(
            readEach(childrenOf(flow, kind), (element) => [requiredTextOf(element, 'name'), read(element)], refuse)
        );
    return {
        name,
        file: flow.file,
        label: requiredTextOf(flow, 'label'),
        description: optionalTextOf(flow, 'description'),
        isActive: requiredTextOf(flow, 'status') === 'Active',
        runInMode: readRunInMode(flow),
        triggerOrder: integerOf(flow, 'triggerOrder'),
        start: readStart(start),
        elements: readElements(flow, refuse),
        variables: named('variables', readVariable),
        formulas: named('formulas', readFormula),
        constants: named('constants', readConstant),
        textTemplates: named('textTemplates', readTextTemplate)
    };
}

/** Reads every flow below a folder, in the order of their names. Throws `MetadataError` for what cannot run here. */
export function readFlows(forceApp: MetadataFolders): FlowDefinition[] {
    return metadataFiles(forceApp, '.flow-meta.xml').map(({ name, file }) =>
        readFlow(readMetadataFile(file, 'Flow'), name)
    );
}
