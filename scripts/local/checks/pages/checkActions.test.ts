import { checkActions } from './checkActions.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkActions(projectOf(sampleFiles))).toEqual([]);
});

catches(checkActions, [
    fault('a component that is not there', 'action', '>ring<', '>rang<', 'There is no component rang'),
    fault('a component that is no action', 'action', '>ring<', '>phone<', 'phone is no action, the action says Action'),
    fault(
        'an action of another kind',
        'action',
        '<actionSubtype>Action',
        '<actionSubtype>ScreenAction',
        'ring is Action, the action says ScreenAction'
    ),
    fault(
        'an action that runs something else',
        'action',
        '>LightningWebComponent<',
        '>Flow<',
        'The action runs no component'
    ),
    fault(
        'an action that is not there, in a layout',
        'layout',
        'Ticket__c.Ring',
        'Ticket__c.Rang',
        'no quick action Ticket__c.Rang'
    ),
    fault(
        'an action that is not there, on a page',
        'recordPage',
        'Ticket__c.Ring',
        'Ticket__c.Rang',
        'no quick action Ticket__c.Rang'
    ),
    fault(
        "another object's action",
        'recordPage',
        '<sobjectType>Ticket__c',
        '<sobjectType>Contact',
        'Ticket__c.Ring is no action of Contact'
    ),
    fault('a button of Chatter', 'layout', '>Edit<', '>FeedItem.TextPost<', 'looked the button FeedItem.TextPost up'),
    fault('actions out of order', 'layout', '<sortOrder>1', '<sortOrder>2', 'The actions are numbered 0, 2')
]);

test('catches an action of no object, and one that nobody can press', () => {
    const path = at.action.replace('Ticket__c.Ring', 'Tickets__c.Ring');
    const findings = checkActions(projectOf({ ...sampleFiles, [path]: sampleFiles[at.action] ?? '' }));
    expect(findings.map(({ what }) => what)).toEqual([
        'There is no object Tickets__c',
        'No page and no layout shows Tickets__c.Ring'
    ]);
});
