import { onlyChildOf } from '../metadataWords.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { booleanOf, MetadataError, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import type { FlowSchedule, FlowStart, RecordTrigger, TimedPath } from './definition.ts';
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
    'schedule',
    'scheduledPaths',
    'triggerType',
    'processMetadataValues'
];

const TIMINGS: Readonly<Record<string, RecordTrigger['timing']>> = {
    RecordBeforeSave: 'beforeSave',
    RecordAfterSave: 'afterSave',
    RecordBeforeDelete: 'beforeDelete'
};

const OPERATIONS: Readonly<Record<string, RecordTrigger['operations']>> = {
    Create: ['create'],
    Update: ['update'],
    CreateAndUpdate: ['create', 'update'],
    Delete: ['delete']
};

function readAfterCommit(start: XmlElement): string | undefined {
    const [path, ...others] = childrenOf(start, 'scheduledPaths').filter(isAfterCommit);
    if (!path) {
        return undefined;
    }
    if (others.length > 0) {
        throw new MetadataError(start, 'a flow has one path of type AsyncAfterCommit');
    }
    expectOnly(path, ['connector', 'pathType']);
    return readConnector(path, 'connector');
}

function isAfterCommit(path: XmlElement): boolean {
    const pathType = optionalTextOf(path, 'pathType');
    if (pathType !== undefined && pathType !== 'AsyncAfterCommit') {
        throw new MetadataError(path, `a scheduled path of type ${pathType} is not supported by the local org`);
    }
    return pathType === 'AsyncAfterCommit';
}

function readTimedPath(path: XmlElement): TimedPath {
    expectOnly(path, [
        'name',
        'connector',
        'label',
        'maxBatchSize',
        'offsetNumber',
        'offsetUnit',
        'recordField',
        'timeSource'
    ]);
    const unit = UNITS.find((known) => known === optionalTextOf(path, 'offsetUnit'));
    const timeSource = requiredTextOf(path, 'timeSource');
    const field = optionalTextOf(path, 'recordField');
    if (unit === undefined || (timeSource === 'RecordField') !== (field !== undefined)) {
        throw new MetadataError(
            path,
            'a scheduled path needs Minutes, Hours or Days, and a field exactly for RecordField'
        );
    }
    return {
        name: requiredTextOf(path, 'name'),
        line: path.line,
        connector: readConnector(path, 'connector'),
        offset: { count: Number(requiredTextOf(path, 'offsetNumber')), unit },
        field
    };
}

const UNITS = ['Minutes', 'Hours', 'Days'] as const;
const FREQUENCIES = ['Once', 'Daily', 'Weekly'] as const;

function readSchedule(start: XmlElement): FlowSchedule {
    const schedule = onlyChildOf(start, 'schedule');
    if (schedule === undefined) {
        throw new MetadataError(start, 'a flow of trigger type Scheduled needs a <schedule>');
    }
    expectOnly(schedule, ['frequency', 'startDate', 'startTime']);
    const frequency = FREQUENCIES.find((known) => known === optionalTextOf(schedule, 'frequency'));
    const startTime = requiredTextOf(schedule, 'startTime').slice(0, 8);
    if (frequency === undefined || !/^\d{2}:\d{2}:\d{2}$/.test(startTime)) {
        throw new MetadataError(start, 'a <schedule> is Once, Daily or Weekly, at a time such as 02:00:00.000Z');
    }
    const object = optionalTextOf(start, 'object');
    const startDate = requiredTextOf(schedule, 'startDate');
    return {
        frequency,
        startDate,
        startTime,
        records: object === undefined ? undefined : { object, ...readFilters(start) }
    };
}

function readTrigger(start: XmlElement): RecordTrigger | undefined {
    const triggerType = optionalTextOf(start, 'triggerType');
    if (triggerType === undefined) {
        return undefined;
    }
    const timing = TIMINGS[triggerType];
    if (!timing) {
        throw new MetadataError(start, `flows of trigger type ${triggerType} are not supported by the local org`);
    }
    const recordTriggerType = requiredTextOf(start, 'recordTriggerType');
    const operations = OPERATIONS[recordTriggerType];
    if (!operations || operations.includes('delete') !== (timing === 'beforeDelete')) {
        throw new MetadataError(start, `recordTriggerType ${recordTriggerType} is not supported by the local org`);
    }
    const { logic, filters } = readFilters(start);
    const formula = optionalTextOf(start, 'filterFormula');
    if (formula !== undefined && filters.length > 0) {
        throw new MetadataError(start, '<filterFormula> and <filters> exclude each other');
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
    const { line } = start;
    const connector = readConnector(start, 'connector');
    if (optionalTextOf(start, 'triggerType') === 'Scheduled') {
        const schedule = readSchedule(start);
        return { line, connector, afterCommit: undefined, timedPaths: [], trigger: undefined, schedule };
    }
    const trigger = readTrigger(start);
    const afterCommit = readAfterCommit(start);
    const timedPaths = childrenOf(start, 'scheduledPaths')
        .filter((path) => !isAfterCommit(path))
        .map(readTimedPath);
    const paths = [afterCommit, ...timedPaths.map((path) => path.connector)].filter((path) => path !== undefined);
    if (paths.length > 0 && trigger?.timing !== 'afterSave') {
        throw new MetadataError(start, 'only an after-save flow may have scheduled paths');
    }
    if (connector === undefined && paths.length === 0) {
        throw new MetadataError(start, 'nothing is connected to the Start element');
    }
    return { line, connector, afterCommit, timedPaths, trigger, schedule: undefined };
}
