import { getFieldValue } from 'lightning/uiRecordApi';
import type { FieldId, RecordResult } from 'lightning/uiRecordApi';
import AGENT_CODE from '@salesforce/schema/ConVox_Call__c.Agent_Code__c';
import AGENT_NAME from '@salesforce/schema/ConVox_Call__c.Agent__r.Name';
import DISPOSITION from '@salesforce/schema/ConVox_Call__c.Disposition__c';
import DISPOSITION_NAME from '@salesforce/schema/ConVox_Call__c.Disposition_Name__c';
import DURATION from '@salesforce/schema/ConVox_Call__c.Duration_Seconds__c';
import RECEIVED_AT from '@salesforce/schema/ConVox_Call__c.Status_Received_At__c';
import CONVOX_STATUS from '@salesforce/schema/ConVox_Call__c.ConVox_Status__c';

export const FIELDS = [CONVOX_STATUS, DURATION, RECEIVED_AT, DISPOSITION, AGENT_CODE];
export const OPTIONAL_FIELDS = [AGENT_NAME, DISPOSITION_NAME];

/** What ConVox reported about a call. */
export interface ReportedStatus {
    readonly disposition: string;
    /** How long the call took, if ConVox told. */
    readonly seconds: number | undefined;
}

/** What a call's record says of it; texts are '' where it says nothing. */
export interface CallReport extends ReportedStatus {
    /** ISO instant of the newest report. */
    readonly receivedAt: string;
    readonly status: string;
    readonly dispositionName: string;
    readonly agentCode: string;
    /** Name of the agent's user. */
    readonly agentName: string;
}

export function reportIn(record: RecordResult['data']): CallReport {
    const textOf = (field: FieldId): string => {
        const value = getFieldValue(record, field);
        return typeof value === 'string' ? value : '';
    };
    const seconds = getFieldValue(record, DURATION);
    return {
        disposition: textOf(DISPOSITION),
        seconds: typeof seconds === 'number' ? seconds : undefined,
        receivedAt: textOf(RECEIVED_AT),
        status: textOf(CONVOX_STATUS),
        dispositionName: textOf(DISPOSITION_NAME),
        agentCode: textOf(AGENT_CODE),
        agentName: textOf(AGENT_NAME)
    };
}

const secondOf = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/**
 * To whom ConVox passed the call on since it came here; '' while it is this agent's. An earlier report says only from whom
 * it came. The row knows whole seconds.
 * @param poppedAt milliseconds since 1970
 */
export function passedOnTo(report: CallReport, agentCode: string, poppedAt: number): string {
    const isElsewhere = report.agentCode.toUpperCase() !== agentCode.toUpperCase();
    const isLater = secondOf(Date.parse(report.receivedAt)) >= secondOf(poppedAt);
    return isElsewhere && isLater ? report.agentName || report.agentCode : '';
}
