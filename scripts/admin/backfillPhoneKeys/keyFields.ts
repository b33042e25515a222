import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';

/** Which key is made of which number, by object; the flows that fill keys on save name the same fields. */
export interface KeyedObject {
    /** What people call the rows; an object may hold two kinds. */
    readonly name: 'Contact' | 'Lead' | 'Account' | 'Person account';
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
    { name: 'Contact', object: 'Contact', keys: [phone, mobile, ...others] },
    { name: 'Lead', object: 'Lead', keys: [phone, mobile], only: 'IsConverted = false' },
    { name: 'Account', object: 'Account', keys: [phone] }
];

/** The account of a person shows phones and keys of its contact under names of its own; the contact cannot be written. */
const persons: KeyedObject = {
    name: 'Person account',
    object: 'Account',
    keys: [phone, mobile, ...others].map(({ number, key }) => ({
        number: number === phone.number ? number : `Person${number}`,
        key: key.replace(/__c$/, '__pc')
    })),
    only: 'IsPersonAccount = true'
};

const describedFields = z.object({ fields: z.array(z.object({ name: z.string() })) });

/** Whether accounts of this org may be persons. */
export async function hasPersonAccounts(connection: Connection): Promise<boolean> {
    const { fields } = describedFields.parse(await connection.describe('Account'));
    return fields.some(({ name }) => name === 'IsPersonAccount');
}

/** What gets keys in this org. */
export async function keyedObjectsOf(connection: Connection): Promise<readonly KeyedObject[]> {
    if (!(await hasPersonAccounts(connection))) {
        return keyedObjects;
    }
    return [
        ...keyedObjects.map((target) =>
            target.object === 'Lead' ? target : { ...target, only: 'IsPersonAccount = false' }
        ),
        persons
    ];
}
