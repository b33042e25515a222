import { checkPageParts } from './checkPageParts.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkPageParts(projectOf(sampleFiles))).toEqual([]);
});

const field = '<itemInstances><fieldInstance><fieldItem>Record.Stage__c</fieldItem></fieldInstance></itemInstances>';

catches(checkPageParts, [
    fault(
        'a template nobody looked up',
        'recordPage',
        'recordHomeTemplateDesktop',
        'newTemplate',
        'the template flexipage:newTemplate'
    ),
    fault('a region that the template lacks', 'recordPage', '<name>sidebar', '<name>footer', 'has no region footer'),
    fault('a region left out', 'recordPage', '<name>sidebar', '<name>footer', 'The region sidebar is missing'),
    fault(
        'a facet that nothing shows',
        'recordPage',
        '<value>Facet-details',
        '<value>Facet-more',
        'Facet-details is not shown'
    ),
    fault(
        'a record page of no object',
        'recordPage',
        '<sobjectType>Ticket__c</sobjectType>',
        '',
        'Record pages have an object'
    ),
    fault(
        'a component nobody looked up',
        'recordPage',
        'force:detailPanel',
        'force:detail',
        'looked the component force:detail up'
    ),
    fault(
        'a property that a standard component lacks',
        'recordPage',
        '<name>body',
        '<name>content',
        'flexipage:tab has no property content'
    ),
    fault(
        'a property that our component lacks',
        'recordPage',
        '<name>mode',
        '<name>size',
        'phone has no property size'
    ),
    fault(
        'a component on a page it is not for',
        'bundle',
        '<object>Ticket__c',
        '<object>Contact',
        'phone is not for pages of Ticket__c'
    ),
    fault(
        'a component without an identifier',
        'recordPage',
        '<identifier>c_phone</identifier>',
        '',
        'phone has no identifier'
    ),
    fault(
        'a field that is not there',
        'recordPage',
        '<name>main',
        `${field}<name>main`,
        'Ticket__c has no field Record.Stage__c'
    ),
    fault('a utility without a width', 'utilityBar', '<name>width', '<name>size', 'The utility has eager, height')
]);
