import { picklistText, readPicklistLabels } from './picklistLabels.ts';

const labels = readPicklistLabels({
    picklistFieldValues: {
        State__c: {
            values: [
                { label: 'नया', value: 'New' },
                { label: 'पूरा', value: 'Done' }
            ]
        }
    }
});

test.each([
    ['State__c', 'New', 'नया'],
    ['State__c', 'New;Done', 'नया;पूरा'],
    ['State__c', 'Older value', 'Older value'],
    ['State__c', null, undefined],
    ['Subject__c', 'New', undefined]
])('%s with the value %s reads %s', (field, value, expected) => {
    expect(picklistText(labels, field, value)).toBe(expected);
});
