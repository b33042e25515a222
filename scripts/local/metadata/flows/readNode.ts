import type { XmlElement } from '../xml.ts';
import { MetadataError, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import { expectOnly, onlyChild } from './readParts.ts';

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
    const connector = onlyChild(element, name);
    if (!connector) {
        return undefined;
    }
    expectOnly(connector, ['targetReference', 'isGoTo', 'processMetadataValues']);
    return requiredTextOf(connector, 'targetReference');
}

export function readBase(element: XmlElement) {
    return {
        name: requiredTextOf(element, 'name'),
        label: optionalTextOf(element, 'label') ?? requiredTextOf(element, 'name'),
        connector: readConnector(element, 'connector'),
        fault: readConnector(element, 'faultConnector')
    };
}

/** Refuses an element, by file and name. */
export function refuse(element: XmlElement, problem: string): never {
    throw new MetadataError(element, `${optionalTextOf(element, 'name') ?? element.name}: ${problem}`);
}
