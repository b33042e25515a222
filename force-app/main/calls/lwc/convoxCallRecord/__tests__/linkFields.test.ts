import { linkFields } from 'c/convoxCallRecord';

const NOBODY = {
    Contact__c: null,
    Lead__c: null,
    Account__c: null,
    Caller_Record_Id__c: null,
    Caller_Record_Name__c: null
};

test.each([
    ['Contact', { ...NOBODY, Contact__c: 'X' }],
    ['Lead', { ...NOBODY, Lead__c: 'X' }],
    ['Account', { ...NOBODY, Account__c: 'X' }],
    ['Record', { ...NOBODY, Caller_Record_Id__c: 'X', Caller_Record_Name__c: 'Policy: 4711' }],
    ['Case', { Case__c: 'X' }]
] as const)('a %s', (object, fields) => {
    expect(linkFields(object, 'X', 'Policy: 4711')).toEqual(fields);
});
