import { customerOf, DIALABLE_OBJECTS, fieldsOf, numbersOf, objectOfRecord } from 'c/convoxPhoneFields';

const values = (entries: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, { value, displayValue: null }]));

test.each([
    ['Account', ['Phone']],
    ['Contact', ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone']],
    ['Lead', ['Phone', 'MobilePhone']],
    ['ConVox_Call__c', ['Customer_Number__c', 'Contact__c', 'Lead__c', 'Account__c']],
    ['ConVox_Follow_Up__c', ['Phone_Key__c', 'Contact__c', 'Lead__c', 'Account__c']],
    ['Case', undefined],
    [undefined, undefined]
])('what a call from a %s needs to read', (object, expected) => {
    expect(fieldsOf(object)?.map(({ fieldApiName }) => fieldApiName)).toEqual(expected);
});

test.each(DIALABLE_OBJECTS)('%s has numbers to read', (object) => {
    expect(fieldsOf(object)).toBeDefined();
});

test('lists the numbers that are there, by the name their field has in this org', () => {
    const fields = values({
        Phone: '+91 98765-43201, 98765 43202',
        MobilePhone: ' ',
        OtherPhone: '1800',
        HomePhone: null
    });
    const objectInfo = { fields: { Phone: { label: 'Business Phone' } } };
    expect(numbersOf({ apiName: 'Contact', fields }, objectInfo)).toMatchObject([
        { key: 'Phone 1', name: 'Business Phone', dial: '9876543201' },
        { key: 'Phone 2', name: 'Business Phone', dial: '9876543202' },
        { key: 'OtherPhone 1', name: 'OtherPhone', text: '1800', dial: '' }
    ]);
});

test.each([
    ['Contact', {}, { Contact__c: '003' }],
    ['Lead', {}, { Lead__c: '003' }],
    ['Account', {}, { Account__c: '003' }],
    ['ConVox_Call__c', { Contact__c: 'c1', Lead__c: null, Account__c: 'a1' }, { Contact__c: 'c1', Account__c: 'a1' }],
    ['ConVox_Follow_Up__c', { Contact__c: null, Lead__c: 'l1', Account__c: null }, { Lead__c: 'l1' }],
    ['ConVox_Call__c', {}, {}]
])('a call from a %s names its customer', (apiName, lookups, customer) => {
    expect(customerOf({ apiName, id: '003', fields: values(lookups) })).toEqual(customer);
});

const infos = {
    results: [
        { statusCode: 404, result: [{ errorCode: 'INVALID_TYPE' }] },
        { statusCode: 200, result: { apiName: 'Lead', keyPrefix: '00Q' } }
    ]
};

test.each([
    ['00Q000000000001AAA', infos, 'Lead'],
    ['500000000000001AAA', infos, undefined],
    ['00Q000000000001AAA', undefined, undefined]
])('the object of %s', (recordId, known, expected) => {
    expect(objectOfRecord(recordId, known)).toBe(expected);
});
