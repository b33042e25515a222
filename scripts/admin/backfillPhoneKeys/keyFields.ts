/** Which key is made of which number, by object; the flows that fill keys on save name the same fields. */
export interface KeyedObject {
    readonly object: 'Contact' | 'Lead' | 'Account';
    readonly keys: readonly { readonly number: string; readonly key: string }[];
    /** Rows that the platform lets nobody change are left out. */
    readonly only?: string;
}

const phone = { number: 'Phone', key: 'ConVox_Phone_Key__c' };
const mobile = { number: 'MobilePhone', key: 'ConVox_Mobile_Key__c' };

const others = ['Home', 'Other', 'Assistant'].map((name) => ({
    number: `${name}Phone`,
    key: `ConVox_${name}_Key__c`
}));

export const keyedObjects: readonly KeyedObject[] = [
    { object: 'Contact', keys: [phone, mobile, ...others] },
    { object: 'Lead', keys: [phone, mobile], only: 'IsConverted = false' },
    { object: 'Account', keys: [phone] }
];
