import type { Direction } from 'c/convoxContract';
import { callFields, type CallFieldName, type CallStatusValue } from './callFields.ts';

/** A call as its record tells it. Texts are '' and numbers undefined when the field is empty; instants are ISO 8601. */
export interface CallRecord {
    readonly reference: string;
    readonly convoxId: string;
    readonly customerNumber: string;
    readonly agentCode: string;
    readonly direction: Direction | undefined;
    readonly status: CallStatusValue | undefined;
    readonly startedAt: string;
    readonly durationSeconds: number | undefined;
    readonly did: string;
    readonly processName: string;
    readonly disposition: string;
    readonly disposition2: string;
    readonly disposition3: string;
    readonly followUpAt: string;
    readonly notes: string;
    readonly recordingFile: string;
    readonly contactId: string;
    readonly leadId: string;
    readonly accountId: string;
    readonly caseId: string;
}

const directions: readonly Direction[] = ['Inbound', 'Outbound'];
const statuses: readonly CallStatusValue[] = ['In Progress', 'Ended', 'Not Connected', 'Disposed'];

/**
 * Reads a call's record.
 * @param fields values by field API name, as REST gives them; a field that is missing counts as empty
 */
export function callFromFields(fields: Readonly<Record<string, unknown>>): CallRecord {
    const text = (name: CallFieldName): string => {
        const value = fields[name];
        return typeof value === 'string' ? value : '';
    };
    const duration = fields[callFields.durationSeconds];
    return {
        reference: text(callFields.reference),
        convoxId: text(callFields.convoxId),
        customerNumber: text(callFields.customerNumber),
        agentCode: text(callFields.agentCode),
        direction: directions.find((direction) => direction === text(callFields.direction)),
        status: statuses.find((status) => status === text(callFields.status)),
        startedAt: text(callFields.startedAt),
        durationSeconds: typeof duration === 'number' ? duration : undefined,
        did: text(callFields.did),
        processName: text(callFields.processName),
        disposition: text(callFields.disposition),
        disposition2: text(callFields.disposition2),
        disposition3: text(callFields.disposition3),
        followUpAt: text(callFields.followUpAt),
        notes: text(callFields.notes),
        recordingFile: text(callFields.recordingFile),
        contactId: text(callFields.contactId),
        leadId: text(callFields.leadId),
        accountId: text(callFields.accountId),
        caseId: text(callFields.caseId)
    };
}
