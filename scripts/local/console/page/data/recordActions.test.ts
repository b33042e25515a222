import { headActions } from './recordActions.ts';
import type { ActionSources } from './recordActions.ts';

const call = { name: 'Contact.Call', label: 'Call', component: 'callNow', hasScreen: false };
const sources: ActionSources = { quickActions: [call], canEdit: true, canDelete: true };

test.each<[string, Partial<ActionSources>, readonly string[]]>([
    ['neither lists any', {}, ['Edit', 'Delete']],
    ['the layout lists them', { ofLayout: ['Contact.Call', 'Edit'] }, ['Contact.Call', 'Edit']],
    [
        'the panel lists them too',
        { ofLayout: ['Edit'], ofPanel: ['Delete', 'Contact.Call'] },
        ['Delete', 'Contact.Call']
    ],
    [
        'the user may not edit or delete',
        { canEdit: false, canDelete: false, ofPanel: ['Edit', 'Contact.Call'] },
        ['Contact.Call']
    ],
    ['the console lacks one', { ofPanel: ['Clone', 'Edit'] }, ['Edit']],
    ['a quick action is placed nowhere', { ofLayout: ['Edit'] }, ['Edit']]
])('the buttons of a record when %s', (_when, given, expected) => {
    expect(headActions({ ...sources, ...given }).map(({ name }) => name)).toEqual(expected);
});
