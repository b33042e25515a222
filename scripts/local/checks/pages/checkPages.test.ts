import { checkPages } from './checkPages.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkPages(projectOf(sampleFiles))).toEqual([]);
});

catches(checkPages, [
    fault('a component that is not there', 'utilityBar', 'e>phone<', 'e>fone<', 'There is no component fone'),
    fault('a component that may not stand there', 'bundle', 'UtilityBar', 'AppPage', 'may not stand on this page'),
    fault('a facet that is not there', 'recordPage', 'e>Facet-details</v', 'e>Facet-more</v', 'no region Facet-more'),
    fault('an identifier used twice', 'recordPage', '>tab<', '>details<', 'The identifier details occurs twice'),
    fault('a page of no object', 'recordPage', 'Ticket__c', 'Tickets__c', 'no object Tickets__c'),
    fault('an app page that is not there', 'app', 'Ticket_Page', 'Tickets', 'Tickets is no page of Ticket__c'),
    fault('a utility bar that is not there', 'app', '<utilityBar>Bar', '<utilityBar>Baz', 'no utility bar Baz'),
    fault('a tab that is not there', 'app', '<tabs>Ticket__c', '<tabs>Tickets__c', 'There is no tab Tickets__c'),
    fault(
        'a tab of no app page',
        'tab',
        '<customObject>true</customObject>',
        '<flexiPage>Ticket_Page</flexiPage>',
        'There is no app page Ticket_Page'
    ),
    fault('a tab without a mapping', 'app', '<tab>Ticket__c', '<tab>Contact', 'The tab Ticket__c has no mapping')
]);
