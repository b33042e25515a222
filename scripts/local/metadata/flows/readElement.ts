import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { booleanOf, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import type { FlowElement } from './definition.ts';
import { readCreate, readDelete, readGet, readUpdate } from './readDataElement.ts';
import { LINKED, NODE, readBase, readConnector, refuse, storesOutput } from './readNode.ts';
import { expectOnly, readConditions, readNamedSources, readOutputs, readSource } from './readParts.ts';

function readAction(element: XmlElement): FlowElement {
    expectOnly(element, [
        ...NODE,
        ...LINKED,
        'actionName',
        'actionType',
        'flowTransactionModel',
        'inputParameters',
        'nameSegment',
        'offset',
        'outputParameters',
        'storeOutputAutomatically'
    ]);
    const type = requiredTextOf(element, 'actionType');
    if (type === 'customNotificationAction') {
        return {
            ...readBase(element),
            kind: 'notification',
            inputs: readNamedSources(element, 'inputParameters', 'name')
        };
    }
    if (type !== 'externalService') {
        refuse(element, `actions of type ${type} are not supported by the local org`);
    }
    if (optionalTextOf(element, 'flowTransactionModel') === 'NewTransaction') {
        refuse(element, 'flowTransactionModel NewTransaction is not supported by the local org');
    }
    return {
        ...readBase(element),
        kind: 'action',
        action: requiredTextOf(element, 'actionName'),
        inputs: readNamedSources(element, 'inputParameters', 'name'),
        outputs: readOutputs(element, 'outputParameters'),
        storesOutput: storesOutput(element)
    };
}

function readAssignment(element: XmlElement): FlowElement {
    expectOnly(element, [...NODE, 'assignmentItems', 'connector']);
    const items = childrenOf(element, 'assignmentItems').map((item) => {
        expectOnly(item, ['assignToReference', 'operator', 'value', 'processMetadataValues']);
        return {
            line: item.line,
            target: requiredTextOf(item, 'assignToReference'),
            operator: requiredTextOf(item, 'operator'),
            source: readSource(item, 'value')
        };
    });
    return { ...readBase(element), kind: 'assignment', items };
}

function readCustomError(element: XmlElement): FlowElement {
    expectOnly(element, [...NODE, 'connector', 'customErrorMessages']);
    const messages = childrenOf(element, 'customErrorMessages').map((message) => {
        expectOnly(message, ['errorMessage', 'fieldSelection', 'isFieldError']);
        const field = optionalTextOf(message, 'fieldSelection');
        return {
            template: requiredTextOf(message, 'errorMessage'),
            field: booleanOf(message, 'isFieldError') ? field : undefined
        };
    });
    return { ...readBase(element), kind: 'customError', messages };
}

function readDecision(element: XmlElement): FlowElement {
    expectOnly(element, [...NODE, 'defaultConnector', 'defaultConnectorLabel', 'rules']);
    const rules = childrenOf(element, 'rules').map((rule) => {
        expectOnly(rule, [
            'name',
            'conditionLogic',
            'conditions',
            'connector',
            'label',
            'description',
            'processMetadataValues'
        ]);
        return {
            name: requiredTextOf(rule, 'name'),
            logic: optionalTextOf(rule, 'conditionLogic') ?? 'and',
            conditions: readConditions(rule),
            connector: readConnector(rule, 'connector')
        };
    });
    return { ...readBase(element), kind: 'decision', rules, connector: readConnector(element, 'defaultConnector') };
}

function readLoop(element: XmlElement): FlowElement {
    expectOnly(element, [
        ...NODE,
        'collectionReference',
        'iterationOrder',
        'nextValueConnector',
        'noMoreValuesConnector'
    ]);
    return {
        ...readBase(element),
        kind: 'loop',
        collection: requiredTextOf(element, 'collectionReference'),
        descending: optionalTextOf(element, 'iterationOrder') === 'Desc',
        next: readConnector(element, 'nextValueConnector'),
        connector: readConnector(element, 'noMoreValuesConnector')
    };
}

function readSort(element: XmlElement): FlowElement {
    expectOnly(element, [...NODE, 'collectionProcessorType', 'collectionReference', 'connector', 'sortOptions']);
    const type = requiredTextOf(element, 'collectionProcessorType');
    if (type !== 'SortCollectionProcessor') {
        refuse(element, `${type} is not supported by the local org`);
    }
    const options = childrenOf(element, 'sortOptions').map((option) => {
        expectOnly(option, ['doesPutEmptyStringAndNullFirst', 'sortField', 'sortOrder']);
        return {
            field: requiredTextOf(option, 'sortField'),
            descending: optionalTextOf(option, 'sortOrder') === 'Desc',
            blanksFirst: booleanOf(option, 'doesPutEmptyStringAndNullFirst')
        };
    });
    return { ...readBase(element), kind: 'sort', collection: requiredTextOf(element, 'collectionReference'), options };
}

function readSubflow(element: XmlElement): FlowElement {
    expectOnly(element, [
        ...NODE,
        'connector',
        'flowName',
        'inputAssignments',
        'outputAssignments',
        'storeOutputAutomatically'
    ]);
    return {
        ...readBase(element),
        kind: 'subflow',
        flow: requiredTextOf(element, 'flowName'),
        inputs: readNamedSources(element, 'inputAssignments', 'name'),
        outputs: readOutputs(element, 'outputAssignments'),
        storesOutput: storesOutput(element)
    };
}

/** How each kind of flow element is read, by its name in the metadata. */
export const elementReaders: Readonly<Record<string, (element: XmlElement) => FlowElement>> = {
    actionCalls: readAction,
    assignments: readAssignment,
    collectionProcessors: readSort,
    customErrors: readCustomError,
    decisions: readDecision,
    loops: readLoop,
    recordCreates: readCreate,
    recordDeletes: readDelete,
    recordLookups: readGet,
    recordUpdates: readUpdate,
    subflows: readSubflow
};
