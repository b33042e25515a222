import { onlyChildOf } from '../metadataWords.ts';
import type { XmlElement } from '../xml.ts';
import { childOf } from '../xml.ts';
import { MetadataError, booleanOf, optionalTextOf, requiredTextOf } from '../readMetadata.ts';
import { expectOnly } from './readParts.ts';

/** What every flow element may have. */
export const NODE = [
    'description',
    'name',
    'label',
    'locationX',
    'locationY',
    'processMetadataValues',
    'elementSubtype'
];

/** Connectors of elements that can fail. */
export const LINKED = ['connector', 'faultConnector'];

/** Where a connector leads; undefined when it is not drawn. */
export function readConnector(element: XmlElement, name: string): string | undefined {
    const connector = onlyChildOf(element, name);
    if (!connector) {
        return undefined;
    }
    expectOnly(connector, ['targetReference', 'isGoTo', 'processMetadataValues']);
    return requiredTextOf(connector, 'targetReference');
}

export function readBase(element: XmlElement) {
    return {
        name: requiredTextOf(element, 'name'),
        line: element.line,
        label: optionalTextOf(element, 'label') ?? requiredTextOf(element, 'name'),
        connector: readConnector(element, 'connector'),
        fault: readConnector(element, 'faultConnector')
    };
}

const OUTPUTS = ['outputReference', 'assignRecordIdToReference', 'outputAssignments', 'outputParameters'];

/** Whether an element keeps its results under its own name, which leaves no other place for them. */
export function storesOutput(element: XmlElement): boolean {
    const isStored = booleanOf(element, 'storeOutputAutomatically');
    const other = OUTPUTS.find((name) => childOf(element, name));
    if (isStored && other !== undefined) {
        const name = requiredTextOf(element, 'name');
        throw new MetadataError(element, `${name} stores its result by itself and in <${other}>`);
    }
    return isStored;
}

/** Refuses an element, by file and name. */
export function refuse(element: XmlElement, problem: string): never {
    throw new MetadataError(element, `${optionalTextOf(element, 'name') ?? element.name}: ${problem}`);
}
