import { phoneCases } from '../../../force-app/main/contract/lwc/convoxContract/__tests__/data/phoneNumbers.ts';
import { changeOf, countQuery, pageQuery } from './changes.ts';
import type { KeyedObject } from './keyFields.ts';

const contact: KeyedObject = {
    name: 'Contact',
    object: 'Contact',
    keys: [
        { number: 'Phone', key: 'ConVox_Phone_Key__c' },
        { number: 'MobilePhone', key: 'ConVox_Mobile_Key__c' }
    ]
};

test.each(phoneCases.map(({ name, text, key }) => [name, text, key]))(
    'a row with %s needs the key of the rule',
    (_name, text, key) => {
        const row = { Id: '1', Phone: text, MobilePhone: null, ConVox_Phone_Key__c: null, ConVox_Mobile_Key__c: null };
        expect(changeOf(row, contact)).toEqual(key === '' ? undefined : { Id: '1', ConVox_Phone_Key__c: key });
        expect(changeOf({ ...row, ConVox_Phone_Key__c: key === '' ? null : key }, contact)).toBeUndefined();
    }
);

test('a key that is wrong is put right, and one without a number is emptied', () => {
    const row = {
        Id: '1',
        Phone: '98765 43210',
        MobilePhone: null,
        ConVox_Phone_Key__c: '1',
        ConVox_Mobile_Key__c: '2'
    };
    expect(changeOf(row, contact)).toEqual({ Id: '1', ConVox_Phone_Key__c: '9876543210', ConVox_Mobile_Key__c: null });
});

test('rows are asked for by what they have, in the order of their ids, behind the last one', () => {
    expect(pageQuery({ ...contact, only: 'IsConverted = false' }, '003A', 5)).toBe(
        'SELECT Id, Phone, ConVox_Phone_Key__c, MobilePhone, ConVox_Mobile_Key__c FROM Contact WHERE ' +
            '(Phone != null OR ConVox_Phone_Key__c != null OR MobilePhone != null OR ConVox_Mobile_Key__c != null) ' +
            "AND IsConverted = false AND Id > '003A' ORDER BY Id LIMIT 5"
    );
    expect(countQuery(contact, '')).not.toContain('Id >');
});
