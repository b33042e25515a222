import type { ExternalServices } from '../externalServices/externalServices.ts';
import type { ActingUser, OrgRecord, RecordStore } from '../records.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import type { FlowDefinition, FlowVariable } from '../../metadata/flows/definition.ts';
import { isCallable } from './flowStarts.ts';
import type { FlowValue, RecordValue } from './flowValue.ts';
import { scalar } from './flowValue.ts';
import { formulaTypeOf } from '../../metadata/flows/readParts.ts';

/**
 * What a null does that a flow gives to a field of the record that is being saved: the platform documents neither. The
 * local org takes either reading, so that flows can be shown to be right under both. Where a null leaves the field, only
 * `$GlobalConstant.EmptyString` empties it.
 */
export const nullAssignments = ['clears', 'leaves'] as const;
export type NullAssignment = (typeof nullAssignments)[number];

/** What all interviews of an org share. */
export interface FlowSurroundings {
    readonly flows: ReadonlyMap<string, FlowDefinition>;
    readonly store: RecordStore;
    readonly schema: OrgSchema;
    readonly callouts: ExternalServices;
    readonly clock: () => Date;
    /** Whether a user has a custom permission. */
    readonly hasPermission: (name: string, acting: ActingUser) => boolean;
    readonly nullAssignment: NullAssignment;
}

/** Which save started a flow, and how far that save is. */
export type InterviewMoment = 'beforeSave' | 'afterSave' | 'beforeDelete' | 'afterCommit' | 'called';

/** The record whose save started a flow; shared with its subflows. */
export interface TriggeringRecord {
    current: RecordValue;
    readonly prior: OrgRecord | undefined;
}

/** One running flow: its resources and the user it runs for. */
export interface Interview {
    readonly flow: FlowDefinition;
    readonly surroundings: FlowSurroundings;
    readonly moment: InterviewMoment;
    readonly acting: ActingUser;
    readonly trigger: TriggeringRecord | undefined;
    /** Variables, results of elements, current items of loops, and outcomes of decisions, by name. */
    readonly values: Map<string, FlowValue>;
    /** Where the loops that are under way stand. */
    readonly loops: Map<string, { readonly items: readonly FlowValue[]; position: number }>;
    readonly depth: number;
    faultMessage: string | null;
}

/** The value that a variable has before anything is assigned. */
export function emptyValue(variable: FlowVariable): FlowValue {
    if (variable.isCollection) {
        return { kind: 'collection', items: [] };
    }
    if (variable.objectType !== undefined) {
        return { kind: 'noRecord', object: variable.objectType };
    }
    return scalar(formulaTypeOf(variable.dataType) ?? 'text', null);
}

function initialValue(variable: FlowVariable): FlowValue {
    switch (variable.initial?.kind) {
        case 'literal':
            return { kind: 'scalar', value: variable.initial.value };
        case 'text':
            return scalar(formulaTypeOf(variable.dataType) ?? 'text', variable.initial.template);
        case 'reference':
        case undefined:
            return emptyValue(variable);
    }
}

/** A flow that runs in system mode does so whoever started it; all others run for the user of their caller. */
function actingIn(flow: FlowDefinition, acting: ActingUser): ActingUser {
    const inSystemMode = !isCallable(flow) || flow.runInMode !== 'DefaultMode';
    const withSharing = flow.runInMode === 'SystemModeWithSharing';
    return inSystemMode ? { ...acting, systemContext: true, withSharing } : acting;
}

export function startInterview(options: {
    readonly flow: FlowDefinition;
    readonly surroundings: FlowSurroundings;
    readonly moment: InterviewMoment;
    readonly acting: ActingUser;
    readonly trigger?: TriggeringRecord | undefined;
    readonly depth?: number;
}): Interview {
    const { flow, surroundings, moment, acting, trigger, depth = 0 } = options;
    const values = new Map([...flow.variables.values()].map((variable) => [variable.name, initialValue(variable)]));
    return {
        flow,
        surroundings,
        moment,
        acting: actingIn(flow, acting),
        trigger,
        values,
        loops: new Map(),
        depth,
        faultMessage: null
    };
}
