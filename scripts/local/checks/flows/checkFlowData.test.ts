import { checkFlowData } from './checkFlowData.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFlowData(projectOf(sampleFiles))).toEqual([]);
});

const updateFilters =
    '<filterLogic>and</filterLogic><filters><field>Id</field><operator>EqualTo</operator><value><elementReference>ticketId</elementReference></value></filters>\n        <inputAssignments>';

catches(checkFlowData, [
    fault(
        'an object that is not there',
        'send',
        '<object>Ticket__c',
        '<object>Tickets__c',
        'object Tickets__c does not exist'
    ),
    fault('a field that is not there', 'send', '<field>State__c', '<field>Stage__c', 'Field Stage__c does not exist'),
    fault('a value not in the picklist', 'send', '<stringValue>Sent<', '<stringValue>Gone<', '"Gone" is not in'),
    fault('a start value not in the picklist', 'trigger', '>Open<', '>New<', '"New" is not in'),
    fault(
        'a reference to nothing',
        'send',
        '>ticketId</elementReference>',
        '>ticket</elementReference>',
        'no resource ticket'
    ),
    fault(
        'a field of $Record that is not there',
        'fillKey',
        '$Record.Key__c',
        '$Record.Kee__c',
        'Field Kee__c does not exist'
    ),
    fault('a field that was not read', 'send', 'Get_ticket.Key__c', 'Get_ticket.State__c', 'does not read State__c'),
    fault('a path into a text', 'send', 'Get_ticket.Key__c', 'answer.Key__c', 'answer is not a single record'),
    fault('a connector to nothing', 'send', '>Save</targetReference>', '>Safe</targetReference>', 'leads to Safe'),
    fault('a subflow that is not there', 'trigger', 'Send_Ticket', 'Send_Tickets', 'calls the flow Send_Tickets'),
    fault('an input the subflow lacks', 'trigger', '<name>ticketId', '<name>ticket', 'has no input ticket'),
    fault('a start that leads nowhere', 'send', '>Get_ticket</targetReference>', '>Got</targetReference>', 'Got'),
    fault('a bracket left open', 'fillKey', ', 10)', ', 10', 'Syntax'),
    fault('a formula that is too long', 'fillKey', ', 10)', `,${' '.repeat(3900)}10)`, 'a flow takes 3900'),
    fault('an unknown function', 'fillKey', 'RIGHT(', 'RITE(', 'Unknown function RITE'),
    fault(
        'conditions and a formula',
        'trigger',
        '<filterLogic>',
        '<filterFormula>TRUE</filterFormula><filterLogic>',
        '<filterFormula> and <filters> exclude each other'
    ),
    fault(
        'a result that is stored in two places',
        'send',
        '<queriedFields>Id</queriedFields>',
        '<outputReference>answer</outputReference><queriedFields>Id</queriedFields>',
        'Get_ticket stores its result by itself and in <outputReference>'
    ),
    fault(
        'a write of records and of an object',
        'send',
        '<object>Ticket__c</object></recordUpdates>',
        '<inputReference>Get_ticket</inputReference><object>Ticket__c</object></recordUpdates>',
        'Save names both records and an object'
    ),
    fault(
        'a write of nothing',
        'send',
        '<object>Ticket__c</object></recordUpdates>',
        '</recordUpdates>',
        'Save names neither records nor an object'
    ),
    fault(
        'an update of every record there is',
        'send',
        updateFilters,
        '<inputAssignments>',
        'Save takes every record of its object'
    )
]);
