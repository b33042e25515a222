import { linkFields } from 'c/convoxCallRecord';

test.each([
    ['Contact', { Contact__c: 'X', Lead__c: null, Account__c: null }],
    ['Lead', { Contact__c: null, Lead__c: 'X', Account__c: null }],
    ['Account', { Contact__c: null, Lead__c: null, Account__c: 'X' }],
    ['Case', { Case__c: 'X' }]
] as const)('a %s', (object, fields) => {
    expect(linkFields(object, 'X')).toEqual(fields);
});
