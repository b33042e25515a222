import { API_VERSION } from '../read/apiVersion.ts';
import type { Finding } from '../finding.ts';
import { referencesOf } from '../read/flowReferences.ts';
import { elementReaders } from '../../metadata/flows/readElement.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';
import type { XmlElement } from '../../metadata/xml.ts';

const RECORD_TRIGGERS = new Set(['RecordBeforeSave', 'RecordAfterSave', 'RecordBeforeDelete']);
// A flow that runs within the save may do no more than that.
const BEFORE_SAVE = new Set([
    'assignments',
    'collectionProcessors',
    'customErrors',
    'decisions',
    'loops',
    'recordLookups'
]);
const ASKS_FOR_A_CHANGE = /\b(ISCHANGED|ISNEW)\s*\(/i;

/** They save the customers of an org again, which nobody is surprised by: an administrator activates them. */
const SWITCHED_ON_BY_HAND = /^ConVox_(?:Contact|Lead|Account)_Nightly_Fill_Keys$/;

interface Rule {
    readonly broken: (flow: Component, start: XmlElement) => boolean;
    readonly what: string;
    readonly mend: string;
}

const triggerOf = (start: XmlElement): string => textOf(start, 'triggerType');
const isRecordTriggered = (start: XmlElement): boolean => RECORD_TRIGGERS.has(triggerOf(start));
const isSwitchedOnByHand = ({ name }: Component): boolean => SWITCHED_ON_BY_HAND.test(name);
const hasLaterPaths = (start: XmlElement): boolean => childOf(start, 'scheduledPaths') !== undefined;
const hasFilters = (start: XmlElement): boolean => childOf(start, 'filters') !== undefined;
const hasFormula = (start: XmlElement): boolean => childOf(start, 'filterFormula') !== undefined;
const runsOnUpdate = (start: XmlElement): boolean =>
    ['Update', 'CreateAndUpdate'].includes(textOf(start, 'recordTriggerType'));

/** What an org refuses, or quietly reads otherwise than it was meant. */
const RULES: readonly Rule[] = [
    {
        broken: (flow) => !isSwitchedOnByHand(flow) && textOf(flow.root, 'status') !== 'Active',
        what: 'The flow is not active, so nothing of it runs after installation',
        mend: 'Set <status> to Active.'
    },
    {
        broken: (flow) => isSwitchedOnByHand(flow) && textOf(flow.root, 'status') !== 'Draft',
        what: 'The flow saves customers again without being asked',
        mend: 'Set <status> to Draft.'
    },
    {
        broken: ({ root }) => textOf(root, 'processType') !== 'AutoLaunchedFlow',
        what: 'The flow is not of the type that runs without a screen',
        mend: 'Set <processType> to AutoLaunchedFlow.'
    },
    {
        broken: ({ root }) => textOf(root, 'apiVersion') !== `${API_VERSION}.0`,
        what: `The flow does not run at API version ${API_VERSION}.0`,
        mend: `Set <apiVersion> to ${API_VERSION}.0.`
    },
    {
        broken: (_, start) => triggerOf(start) === 'None',
        what: 'A flow with trigger type None is deployed and then fails as a subflow',
        mend: 'Remove <triggerType>.'
    },
    {
        broken: (_, start) => isRecordTriggered(start) !== (textOf(start, 'recordTriggerType') !== ''),
        what: 'Only a flow that a record triggers has a <recordTriggerType>, and it needs one',
        mend: 'Give the start both, or neither.'
    },
    {
        broken: (_, start) => isRecordTriggered(start) && textOf(start, 'object') === '',
        what: 'The start names no object',
        mend: 'Add <object>.'
    },
    {
        broken: (_, start) =>
            textOf(start, 'doesRequireRecordChangedToMeetCriteria') === 'true' &&
            !hasFilters(start) &&
            !hasFormula(start),
        what: 'The record is to change so that it meets conditions, and there are none',
        mend: 'Add conditions or remove <doesRequireRecordChangedToMeetCriteria>.'
    },
    {
        broken: (_, start) => hasLaterPaths(start) && runsOnUpdate(start) && !isGuarded(start),
        what: 'A path that runs later starts again with every update',
        mend: 'Set <doesRequireRecordChangedToMeetCriteria>. A path right after the commit may ask ISCHANGED instead.'
    },
    {
        broken: (_, start) => hasLaterPaths(start) && triggerOf(start) !== 'RecordAfterSave',
        what: 'Only a flow that runs after the save has paths that run later',
        mend: 'Set <triggerType> to RecordAfterSave, or connect the start itself.'
    },
    {
        broken: (_, start) =>
            childrenOf(start, 'scheduledPaths').some(
                (path) =>
                    textOf(path, 'pathType') === 'AsyncAfterCommit' &&
                    path.children.some(({ name }) => name !== 'connector' && name !== 'pathType')
            ),
        what: 'A path of type AsyncAfterCommit holds its connector and nothing else',
        mend: 'Remove the rest from <scheduledPaths>.'
    },
    {
        broken: ({ root }, start) =>
            triggerOf(start) !== '' && !['', 'DefaultMode'].includes(textOf(root, 'runInMode')),
        what: 'A triggered flow always runs in the system context and cannot choose',
        mend: 'Remove <runInMode>.'
    },
    {
        broken: ({ root }, start) => textOf(root, 'triggerOrder') !== '' && !isRecordTriggered(start),
        what: 'Only flows that a record triggers have an order',
        mend: 'Remove <triggerOrder>.'
    },
    {
        broken: ({ root }, start) =>
            !runsOnUpdate(start) && referencesOf(root).some(({ path }) => path.startsWith('$Record__Prior')),
        what: 'There is no $Record__Prior where no record is updated',
        mend: 'Remove the reference, or let the flow run on updates.'
    }
];

/** How a flow starts: active, at the package's version, with conditions and paths as its trigger allows them. */
export function checkFlowStart(project: Project): Finding[] {
    return componentsOf(project, 'Flow').flatMap((flow) => [...brokenRules(flow), ...unlikeFlowBuilder(flow)]);
}

function brokenRules(flow: Component): Finding[] {
    const start = childOf(flow.root, 'start');
    return start
        ? [
              ...RULES.filter(({ broken }) => broken(flow, start)).map(({ what, mend }) => at(start, what, mend)),
              ...(triggerOf(start) === 'RecordBeforeSave' ? stepsBeforeSave(flow.root) : [])
          ]
        : [at(flow.root, 'The flow has no start', 'Add <start>.')];
}

/** A path at some later time needs the start's own guard; one right after the commit is content with a question. */
function isGuarded(start: XmlElement): boolean {
    const asksForAChange =
        ASKS_FOR_A_CHANGE.test(textOf(start, 'filterFormula')) ||
        childrenOf(start, 'filters').some((filter) => textOf(filter, 'operator') === 'IsChanged');
    const waits = childrenOf(start, 'scheduledPaths').some((path) => childOf(path, 'pathType') === undefined);
    return textOf(start, 'doesRequireRecordChangedToMeetCriteria') === 'true' || (asksForAChange && !waits);
}

function stepsOf(flow: XmlElement): XmlElement[] {
    return flow.children.filter(({ name }) => elementReaders[name]);
}

function stepsBeforeSave(flow: XmlElement): Finding[] {
    return stepsOf(flow)
        .filter(({ name }) => !BEFORE_SAVE.has(name))
        .map((step) => {
            const what = `${textOf(step, 'name')} (${step.name}) cannot run before a save`;
            return at(step, what, 'Move it to an after-save flow.');
        });
}

/** Flow Builder opens a flow of this shape as it lays them out itself; another one it shows as a heap. */
function unlikeFlowBuilder({ root }: Component): Finding[] {
    const values = new Map(
        childrenOf(root, 'processMetadataValues').map((entry) => [
            textOf(entry, 'name'),
            childrenOf(entry, 'value').map((value) => textOf(value, 'stringValue'))[0]
        ])
    );
    const placed = stepsOf(root).filter((step) =>
        ['locationX', 'locationY'].some((axis) => Number(textOf(step, axis)) !== 0)
    );
    return [
        ...(values.get('CanvasMode') === 'AUTO_LAYOUT_CANVAS' && values.get('BuilderType') === 'LightningFlowBuilder'
            ? []
            : [at(root, 'Flow Builder does not lay this flow out', 'Add both metadata values.')]),
        ...placed.map((step) => {
            const what = `${textOf(step, 'name')} has a place, which Flow Builder takes away again`;
            return at(step, what, 'Set the location to 0.');
        })
    ];
}

function at({ file, line }: XmlElement, what: string, mend: string): Finding {
    return { file: `${file}:${line}`, what, mend };
}
