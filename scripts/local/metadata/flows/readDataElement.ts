import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { MetadataError, booleanOf, integerOf, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import type { CreateElement, FlowElement, GetElement, UpdateElement } from './definition.ts';
import { LINKED, NODE, readBase, refuse, storesOutput } from './readNode.ts';
import { expectOnly, readFilters, readNamedSources } from './readParts.ts';

const FILTERED = ['filterLogic', 'filters'];

export function readGet(element: XmlElement): GetElement {
    expectOnly(element, [
        ...NODE,
        ...LINKED,
        ...FILTERED,
        'assignNullValuesIfNoRecordsFound',
        'getFirstRecordOnly',
        'limit',
        'object',
        'outputReference',
        'queriedFields',
        'sortField',
        'sortOrder',
        'storeOutputAutomatically'
    ]);
    const outputReference = optionalTextOf(element, 'outputReference');
    if (!storesOutput(element) && outputReference === undefined) {
        refuse(element, 'give either outputReference or storeOutputAutomatically');
    }
    const sortField = optionalTextOf(element, 'sortField');
    return {
        ...readBase(element),
        ...readFilters(element),
        kind: 'get',
        object: requiredTextOf(element, 'object'),
        fields: childrenOf(element, 'queriedFields').map((field) => field.text),
        firstOnly: booleanOf(element, 'getFirstRecordOnly'),
        limit: integerOf(element, 'limit'),
        sort:
            sortField === undefined
                ? undefined
                : { field: sortField, descending: optionalTextOf(element, 'sortOrder') === 'Desc' },
        outputReference,
        nullWhenNoneFound: booleanOf(element, 'assignNullValuesIfNoRecordsFound')
    };
}

/** What is written: the records that a name holds, or an object's. */
function readTarget(element: XmlElement): Pick<UpdateElement, 'inputReference' | 'object'> {
    const inputReference = optionalTextOf(element, 'inputReference');
    const object = optionalTextOf(element, 'object');
    if ((inputReference === undefined) === (object === undefined)) {
        const what = object === undefined ? 'neither records nor an object' : 'both records and an object';
        throw new MetadataError(element, `${requiredTextOf(element, 'name')} names ${what}`);
    }
    return { inputReference, object };
}

function upsertField(element: XmlElement): string | undefined {
    if (!booleanOf(element, 'doesUpsert')) {
        return undefined;
    }
    if (optionalTextOf(element, 'doesUpsertAllOrNone') === 'false') {
        refuse(element, 'doesUpsertAllOrNone false is not supported by the local org');
    }
    return (
        optionalTextOf(element, 'upsertExternalIdField') ??
        refuse(element, 'an upsert needs upsertExternalIdField in the local org')
    );
}

export function readCreate(element: XmlElement): CreateElement {
    expectOnly(element, [
        ...NODE,
        ...LINKED,
        'assignRecordIdToReference',
        'doesUpsert',
        'doesUpsertAllOrNone',
        'inputAssignments',
        'inputReference',
        'object',
        'storeOutputAutomatically',
        'upsertExternalIdField'
    ]);
    storesOutput(element);
    return {
        ...readBase(element),
        ...readTarget(element),
        kind: 'create',
        values: readNamedSources(element, 'inputAssignments', 'field'),
        assignIdTo: optionalTextOf(element, 'assignRecordIdToReference'),
        upsertBy: upsertField(element)
    };
}

function readChange(element: XmlElement): Omit<UpdateElement, 'kind'> {
    const { inputReference, object } = readTarget(element);
    const { logic, filters } = readFilters(element);
    if (inputReference !== undefined && filters.length > 0) {
        refuse(element, 'filters together with inputReference are not supported by the local org');
    }
    if (object !== undefined && filters.length === 0) {
        const name = requiredTextOf(element, 'name');
        refuse(element, `${name} takes every record of its object: without filters it would change every record`);
    }
    return {
        ...readBase(element),
        logic,
        filters,
        object,
        inputReference,
        values: readNamedSources(element, 'inputAssignments', 'field')
    };
}

export function readUpdate(element: XmlElement): FlowElement {
    expectOnly(element, [...NODE, ...LINKED, ...FILTERED, 'inputAssignments', 'inputReference', 'object']);
    return { ...readChange(element), kind: 'update' };
}

export function readDelete(element: XmlElement): FlowElement {
    expectOnly(element, [...NODE, ...LINKED, ...FILTERED, 'inputReference', 'object']);
    return { ...readChange(element), kind: 'delete' };
}
