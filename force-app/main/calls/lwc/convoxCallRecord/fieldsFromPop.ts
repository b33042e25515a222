import type { RankTexts, ScreenPop } from 'c/convoxContract';
import { filled, payloadText, type CallFieldValues, type FieldValue } from './fieldValues.ts';
import type { PopFieldName } from './popFields.ts';

/**
 * poppedAt: ISO instant. date: its day on the server's clock, by UTC where the zone is not known. ranks: how much the pop counts.
 * latencyMilliseconds: from the pop's navigation to the customer on screen, in whole ones.
 */
export interface PopDetails {
    readonly poppedAt: string;
    readonly date?: string;
    readonly payload: string;
    readonly ranks: RankTexts;
    readonly latencyMilliseconds?: number;
}

/**
 * The fields of a call's record that a screen pop fills; what ConVox left blank is left out. When the record is there
 * already, its ranks decide what of it counts.
 */
export function callFieldsFromPop(pop: ScreenPop, details: PopDetails): CallFieldValues {
    const values: Partial<Record<PopFieldName, FieldValue>> = {
        Call_Reference__c: pop.callReference,
        ConVox_ID__c: pop.convoxId,
        Customer_Number__c: pop.callerNumber,
        Agent_Code__c: pop.agentCode,
        Direction__c: pop.direction,
        Type_Of_Call__c: pop.typeOfCall,
        DID__c: pop.did,
        Process_Name__c: pop.process,
        Status__c: 'In Progress',
        Started_At__c: details.poppedAt,
        // Never without: the row would keep the day of a start that this one replaces.
        Start_Day__c: details.date ?? details.poppedAt.slice(0, 10),
        Pop_At__c: details.poppedAt,
        Pop_Latency_Ms__c: details.latencyMilliseconds,
        Pop_Payload__c: payloadText(details.payload),
        Value_Ranks_1__c: details.ranks[0],
        Value_Ranks_2__c: details.ranks[1]
    };
    return filled(Object.entries(values));
}
