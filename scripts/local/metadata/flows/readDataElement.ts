import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { booleanOf, integerOf, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import type { CreateElement, FlowElement, GetElement, UpdateElement } from './definition.ts';
import { LINKED, NODE, readBase, refuse } from './readNode.ts';
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
    if ((outputReference === undefined) !== booleanOf(element, 'storeOutputAutomatically')) {
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
    const inputReference = optionalTextOf(element, 'inputReference');
    const object = optionalTextOf(element, 'object');
    if ((inputReference === undefined) === (object === undefined)) {
        refuse(element, 'give either inputReference, or object with inputAssignments');
    }
    return {
        ...readBase(element),
        kind: 'create',
        object,
        values: readNamedSources(element, 'inputAssignments', 'field'),
        inputReference,
        assignIdTo: optionalTextOf(element, 'assignRecordIdToReference'),
        upsertBy: upsertField(element)
    };
}

function readChange(element: XmlElement): Omit<UpdateElement, 'kind'> {
    const inputReference = optionalTextOf(element, 'inputReference');
    const object = optionalTextOf(element, 'object');
    if ((inputReference === undefined) === (object === undefined)) {
        refuse(element, 'give either inputReference, or object with filters');
    }
    const { logic, filters } = readFilters(element);
    if (inputReference !== undefined && filters.length > 0) {
        refuse(element, 'filters together with inputReference are not supported by the local org');
    }
    if (object !== undefined && filters.length === 0) {
        refuse(element, 'without filters it would change every record');
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
