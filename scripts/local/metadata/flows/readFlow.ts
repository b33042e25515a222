import path from 'node:path';
import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { integerOf, MetadataError, readMetadataFile, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import { elementReaders } from './readElement.ts';
import { readConstant, readFormula, readTextTemplate, readVariable } from './readResource.ts';
import { readStart } from './readStart.ts';
import { onlyChild } from './readParts.ts';
import type { FlowDefinition, FlowElement } from './definition.ts';

const SUFFIX = '.flow-meta.xml';

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

function refuseUnknown(flow: XmlElement): void {
    for (const { name } of flow.children) {
        if (!DESCRIPTIVE.has(name) && !RESOURCES.has(name) && !elementReaders[name]) {
            throw new MetadataError(flow, `flow elements <${name}> are not supported by the local org`);
        }
    }
    const processType = requiredTextOf(flow, 'processType');
    if (processType !== 'AutoLaunchedFlow') {
        throw new MetadataError(flow, `flows of type ${processType} are not supported by the local org`);
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

function named<Item>(flow: XmlElement, kind: string, read: (element: XmlElement) => Item): Map<string, Item> {
    return new Map(childrenOf(flow, kind).map((element) => [requiredTextOf(element, 'name'), read(element)]));
}

function readElements(flow: XmlElement): Map<string, FlowElement> {
    const elements = new Map<string, FlowElement>();
    for (const [kind, read] of Object.entries(elementReaders)) {
        for (const element of childrenOf(flow, kind).map(read)) {
            if (elements.has(element.name)) {
                throw new MetadataError(flow, `two elements are called ${element.name}`);
            }
            elements.set(element.name, element);
        }
    }
    return elements;
}

/** Reads one `*.flow-meta.xml`. Throws `MetadataError` for what cannot run here. */
function readFlow(file: string): FlowDefinition {
    const flow = readMetadataFile(file, 'Flow');
    refuseUnknown(flow);
    const start = onlyChild(flow, 'start');
    if (!start) {
        throw new MetadataError(file, 'the flow has no <start>');
    }
    return {
        name: path.basename(file, SUFFIX),
        file,
        label: requiredTextOf(flow, 'label'),
        description: optionalTextOf(flow, 'description'),
        isActive: requiredTextOf(flow, 'status') === 'Active',
        runInMode: readRunInMode(flow),
        triggerOrder: integerOf(flow, 'triggerOrder'),
        start: readStart(start),
        elements: readElements(flow),
        variables: named(flow, 'variables', readVariable),
        formulas: named(flow, 'formulas', readFormula),
        constants: named(flow, 'constants', readConstant),
        textTemplates: named(flow, 'textTemplates', readTextTemplate)
    };
}

/** Reads every flow below a folder, in the order of their names. */
export function readFlows(forceApp: MetadataFolders): FlowDefinition[] {
    return metadataFiles(forceApp, SUFFIX).map(({ file }) => readFlow(file));
}
