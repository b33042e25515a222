import { checkLayouts } from './checkLayouts.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkLayouts(projectOf(sampleFiles))).toEqual([]);
});

catches(checkLayouts, [
    fault('a field that is not there', 'layout', '>Key__c<', '>Kee__c<', 'no field Kee__c'),
    fault('a required field left out', 'layout', '>Key__c<', '>State__c<', 'The required field Key__c is missing'),
    fault('a column too few', 'layout', '<layoutColumns />', '', 'TwoColumnsTopToBottom with 1 columns'),
    fault('a related list that is not there', 'layout', 'Ticket__c.Contact__c', 'Ticket__c.Case__c', 'no related list'),
    fault('a list column that is not there', 'listView', 's>State__c', 's>Stage__c', 'no field Stage__c'),
    fault('a list filter that never holds', 'listView', '<value>Open', '<value>New', '"New" is not in the picklist'),
    fault('a compact field that is not there', 'compactLayout', 'State__c', 'Stage__c', 'no field Stage__c'),
    fault('a search field that is not there', 'object', 'State__c', 'Stage__c', 'no field Stage__c')
]);
