import { listPageOf, pageOf } from '../pages.ts';

const call = { object: 'ConVox_Call__c' as const, id: 'c1', customer: undefined };
const known = { ...call, customer: { object: 'Contact', id: '003A' } };

test.each([
    ['open', known, ['Contact', '003A', 'view']],
    ['open', call, ['ConVox_Call__c', 'c1', 'view']],
    ['record', known, ['ConVox_Call__c', 'c1', 'view']],
    ['link', call, ['ConVox_Call__c', 'c1', 'edit']]
])('%s leads to a page of a record', (action, line, [objectApiName, recordId, actionName]) => {
    expect(pageOf(action, line)).toEqual({
        type: 'standard__recordPage',
        attributes: { objectApiName, recordId, actionName }
    });
});

test.each([
    ['followUps', 'ConVox_Follow_Up__c', 'Follow_Ups_Due'],
    ['missedCalls', 'ConVox_Call__c', 'Missed_Not_Returned']
])('all %s are in a list view', (section, objectApiName, filterName) => {
    expect(listPageOf(section)).toMatchObject({
        attributes: { objectApiName, actionName: 'list' },
        state: { filterName }
    });
});
