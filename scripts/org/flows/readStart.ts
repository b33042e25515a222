import type { XmlElement } from '../schema/metadataXml.ts';
import { booleanOf, childrenOf, MetadataError, requiredTextOf, textOf } from '../schema/metadataXml.ts';
import type { FlowStart, RecordTrigger } from './definition.ts';
import { readConnector } from './readNode.ts';
import { expectOnly, readFilters } from './readParts.ts';
import { checkedFormula } from './readResource.ts';

const START = [
    'locationX',
    'locationY',
    'connector',
    'doesRequireRecordChangedToMeetCriteria',
    'filterFormula',
    'filterLogic',
    'filters',
    'object',
    'recordTriggerType',
    'scheduledPaths',
    'triggerType',
    'processMetadataValues'
];

const TIMINGS: Readonly<Record<string, RecordTrigger['timing']>> = {
    RecordBeforeSave: 'beforeSave',
    RecordAfterSave: 'afterSave'
};

const OPERATIONS: Readonly<Record<string, RecordTrigger['operations']>> = {
    Create: ['create'],
    Update: ['update'],
    CreateAndUpdate: ['create', 'update']
};

function readAfterCommit(start: XmlElement): string | undefined {
    const [path, ...others] = childrenOf(start, 'scheduledPaths');
    if (!path) {
        return undefined;
    }
    const pathType = textOf(path, 'pathType');
    if (others.length > 0 || pathType !== 'AsyncAfterCommit') {
        throw new MetadataError(start.file, 'of <scheduledPaths> the local org supports one, of type AsyncAfterCommit');
    }
    expectOnly(path, ['connector', 'pathType']);
    return readConnector(path, 'connector');
}

function readTrigger(start: XmlElement): RecordTrigger | undefined {
    const triggerType = textOf(start, 'triggerType');
    if (triggerType === undefined) {
        return undefined;
    }
    const timing = TIMINGS[triggerType];
    if (!timing) {
        throw new MetadataError(start.file, `flows of trigger type ${triggerType} are not supported by the local org`);
    }
    const recordTriggerType = requiredTextOf(start, 'recordTriggerType');
    const operations = OPERATIONS[recordTriggerType];
    if (!operations) {
        throw new MetadataError(start.file, `recordTriggerType ${recordTriggerType} is not supported by the local org`);
    }
    const { logic, filters } = readFilters(start);
    const formula = textOf(start, 'filterFormula');
    if (formula !== undefined && filters.length > 0) {
        throw new MetadataError(start.file, '<filterFormula> and <filters> exclude each other');
    }
    return {
        timing,
        object: requiredTextOf(start, 'object'),
        operations,
        entry: {
            logic,
            filters,
            formula: formula === undefined ? undefined : checkedFormula(start, 'filterFormula', formula),
            onlyWhenNewlyMet: booleanOf(start, 'doesRequireRecordChangedToMeetCriteria')
        }
    };
}

export function readStart(start: XmlElement): FlowStart {
    expectOnly(start, START);
    const trigger = readTrigger(start);
    const afterCommit = readAfterCommit(start);
    const connector = readConnector(start, 'connector');
    if (afterCommit !== undefined && trigger?.timing !== 'afterSave') {
        throw new MetadataError(start.file, 'only an after-save flow may have an AsyncAfterCommit path');
    }
    if (connector === undefined && afterCommit === undefined) {
        throw new MetadataError(start.file, 'nothing is connected to the Start element');
    }
    return { connector, afterCommit, trigger };
}
