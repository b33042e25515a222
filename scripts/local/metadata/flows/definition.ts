import type { FormulaDataType } from '../formula/formula.ts';
import type {
    FilterSet,
    FlowCondition,
    NamedSource,
    OutputTarget,
    RecordFilter,
    ValueSource,
    Written
} from './valueSources.ts';

/**
 * A flow as its metadata declares it, reduced to what the local org runs. References are names as written in the
 * metadata, without braces: `$Record.Status__c`, `Get_Contacts`, `total`.
 */
export interface FlowDefinition {
    readonly name: string;
    readonly file: string;
    readonly label: string;
    readonly description: string | undefined;
    /** As it arrives: one that is not is run once somebody activates it. */
    readonly isActive: boolean;
    readonly runInMode: 'DefaultMode' | 'SystemModeWithSharing' | 'SystemModeWithoutSharing';
    /** 1 to 2000; flows without one run between 1000 and 1001. */
    readonly triggerOrder: number | undefined;
    readonly start: FlowStart;
    readonly elements: ReadonlyMap<string, FlowElement>;
    readonly variables: ReadonlyMap<string, FlowVariable>;
    readonly formulas: ReadonlyMap<string, FlowFormula>;
    readonly constants: ReadonlyMap<string, ValueSource>;
    readonly textTemplates: ReadonlyMap<string, string>;
}

export interface FlowStart extends Written {
    /** First element of the immediate path. */
    readonly connector: string | undefined;
    /** First element of the path that runs in the background after the commit. */
    readonly afterCommit: string | undefined;
    /** Paths that run some time after the save. */
    readonly timedPaths: readonly TimedPath[];
    readonly trigger: RecordTrigger | undefined;
    /** Set for a flow that the clock starts. */
    readonly schedule: FlowSchedule | undefined;
}

/** A path that is due some time after the save, or after a time that the record holds. */
export interface TimedPath extends Written {
    readonly name: string;
    readonly connector: string | undefined;
    readonly offset: { readonly count: number; readonly unit: 'Minutes' | 'Hours' | 'Days' };
    /** DateTime field that the offset counts from; the save when undefined. */
    readonly field: string | undefined;
}

export interface FlowSchedule {
    readonly frequency: 'Once' | 'Daily' | 'Weekly';
    /** `YYYY-MM-DD` in the org's time zone. */
    readonly startDate: string;
    /** `HH:MM:SS` in the org's time zone. */
    readonly startTime: string;
    /** One interview for each of these records; a single one without a record when undefined. */
    readonly records: (FilterSet & { readonly object: string }) | undefined;
}

export interface RecordTrigger {
    readonly timing: 'beforeSave' | 'afterSave' | 'beforeDelete';
    readonly object: string;
    readonly operations: readonly ('create' | 'update' | 'delete')[];
    readonly entry: EntryConditions;
}

export interface EntryConditions {
    readonly logic: string;
    readonly filters: readonly RecordFilter[];
    readonly formula: string | undefined;
    /** On update the flow starts only when the record did not meet the conditions before. */
    readonly onlyWhenNewlyMet: boolean;
}

export type FlowDataType =
    'String' | 'Number' | 'Currency' | 'Boolean' | 'Date' | 'DateTime' | 'Picklist' | 'Multipicklist' | 'SObject';

export interface FlowVariable {
    readonly name: string;
    readonly description: string | undefined;
    readonly dataType: FlowDataType;
    /** Set exactly for `SObject`. */
    readonly objectType: string | undefined;
    readonly isCollection: boolean;
    readonly isInput: boolean;
    readonly isOutput: boolean;
    readonly scale: number | undefined;
    readonly initial: ValueSource | undefined;
}

export interface FlowFormula extends Written {
    readonly name: string;
    readonly dataType: FormulaDataType;
    readonly expression: string;
    readonly scale: number | undefined;
}

interface ElementBase extends Written {
    readonly name: string;
    readonly label: string;
    readonly connector: string | undefined;
    readonly fault: string | undefined;
}

export interface ActionElement extends ElementBase {
    readonly kind: 'action';
    /** `<Registration>.<operationId>`. */
    readonly action: string;
    readonly inputs: readonly NamedSource[];
    readonly outputs: readonly OutputTarget[];
    readonly storesOutput: boolean;
}

/** Send Custom Notification. */
export interface NotificationElement extends ElementBase {
    readonly kind: 'notification';
    readonly inputs: readonly NamedSource[];
}

export interface AssignmentItem extends Written {
    readonly target: string;
    readonly operator: string;
    readonly source: ValueSource | undefined;
}

export interface AssignmentElement extends ElementBase {
    readonly kind: 'assignment';
    readonly items: readonly AssignmentItem[];
}

export interface CustomErrorElement extends ElementBase {
    readonly kind: 'customError';
    /** A message without a field is shown at the top of the page. */
    readonly messages: readonly { readonly template: string; readonly field: string | undefined }[];
}

export interface DecisionRule {
    readonly name: string;
    readonly logic: string;
    readonly conditions: readonly FlowCondition[];
    readonly connector: string | undefined;
}

export interface DecisionElement extends ElementBase {
    readonly kind: 'decision';
    readonly rules: readonly DecisionRule[];
}

export interface LoopElement extends ElementBase {
    readonly kind: 'loop';
    readonly collection: string;
    readonly descending: boolean;
    /** `connector` is where the loop goes when no value is left. */
    readonly next: string | undefined;
}

export interface SortElement extends ElementBase {
    readonly kind: 'sort';
    readonly collection: string;
    readonly options: readonly {
        readonly field: string;
        readonly descending: boolean;
        readonly blanksFirst: boolean;
    }[];
}

export interface GetElement extends ElementBase, FilterSet {
    readonly kind: 'get';
    readonly object: string;
    readonly fields: readonly string[];
    readonly firstOnly: boolean;
    readonly limit: number | undefined;
    readonly sort: { readonly field: string; readonly descending: boolean } | undefined;
    /** Left out: the element's own name holds the result. */
    readonly outputReference: string | undefined;
    readonly nullWhenNoneFound: boolean;
}

export interface CreateElement extends ElementBase {
    readonly kind: 'create';
    readonly object: string | undefined;
    readonly values: readonly NamedSource[];
    readonly inputReference: string | undefined;
    readonly assignIdTo: string | undefined;
    /** Set: rows are updated where this external id is known. */
    readonly upsertBy: string | undefined;
}

export interface UpdateElement extends ElementBase, FilterSet {
    readonly kind: 'update';
    readonly object: string | undefined;
    readonly values: readonly NamedSource[];
    readonly inputReference: string | undefined;
}

export interface DeleteElement extends ElementBase, FilterSet {
    readonly kind: 'delete';
    readonly object: string | undefined;
    readonly inputReference: string | undefined;
}

export interface SubflowElement extends ElementBase {
    readonly kind: 'subflow';
    readonly flow: string;
    readonly inputs: readonly NamedSource[];
    readonly outputs: readonly OutputTarget[];
    readonly storesOutput: boolean;
}

export type FlowElement =
    | ActionElement
    | NotificationElement
    | AssignmentElement
    | CustomErrorElement
    | DecisionElement
    | LoopElement
    | SortElement
    | GetElement
    | CreateElement
    | UpdateElement
    | DeleteElement
    | SubflowElement;
