import type { CallFieldValues } from './fieldValues.ts';

/** Objects that a call can be linked to; Record is any other one. */
export type LinkObject = 'Contact' | 'Lead' | 'Account' | 'Record' | 'Case';

const NOBODY = { Contact__c: null, Lead__c: null, Account__c: null, Caller_Record_Id__c: null };

/**
 * What links a call to a record: one customer takes the place of another, a case stands beside it.
 * @param name what people read of a Record, to which no lookup can point
 */
export function linkFields(object: LinkObject, id: string, name?: string): CallFieldValues {
    const isRecord = object === 'Record';
    const link = { [isRecord ? 'Caller_Record_Id__c' : `${object}__c`]: id };
    return object === 'Case' ? link : { ...NOBODY, Caller_Record_Name__c: (isRecord && name) || null, ...link };
}
