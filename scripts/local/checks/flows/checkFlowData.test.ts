import { checkFlowData } from './checkFlowData.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFlowData(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFlowData, [
    fault('an object that is not there', 'send', '<object>Ticket__c', '<object>Tickets__c', 'no object Tickets__c'),
    fault('a field that is not there', 'send', '<field>State__c', '<field>Stage__c', 'no field Stage__c'),
    fault('a value not in the picklist', 'send', '<stringValue>Sent<', '<stringValue>Gone<', '"Gone" is not in'),
    fault('a start value not in the picklist', 'trigger', '>Open<', '>New<', '"New" is not in'),
    fault('a reference to nothing', 'send', '>ticketId</elementReference>', '>ticket</elementReference>', 'no ticket'),
    fault('a field of $Record that is not there', 'fillKey', '$Record.Key__c', '$Record.Kee__c', 'no field Kee__c'),
    fault('a field that was not read', 'send', 'Get_ticket.Key__c', 'Get_ticket.State__c', 'does not read State__c'),
    fault('a path into a text', 'send', 'Get_ticket.Key__c', 'answer.Key__c', 'answer is no record')
]);
