import type { PageReference } from '../navigation/pageReference.ts';
import { NAVIGATION_TAB, Workspace } from './workspace.ts';

const HOME: PageReference = {
    type: 'standard__objectPage',
    attributes: { objectApiName: 'Contact', actionName: 'list' },
    state: {}
};

function record(recordId: string): PageReference {
    return { type: 'standard__recordPage', attributes: { recordId, objectApiName: 'Contact', actionName: 'view' } };
}

function pop(state: Record<string, string>): PageReference {
    return { type: 'standard__component', attributes: { componentName: 'c__screen' }, state };
}

let shown: string[];
let workspace: Workspace;

beforeEach(() => {
    shown = [];
    workspace = new Workspace(HOME, { show: (url) => void shown.push(url) });
});

test('a record opens in a tab of its own, and its address is shown', () => {
    const tab = workspace.open(record('1'));
    expect(workspace.focused.id).toBe(tab.id);
    expect(shown).toEqual(['/lightning/r/Contact/1/view']);
});

test('a record that is open already is brought to the front instead of opened again', () => {
    const first = workspace.open(record('1'));
    workspace.open(record('2'));
    expect(workspace.open(record('1')).id).toBe(first.id);
    expect(workspace.state.tabs).toHaveLength(3);
    expect(workspace.focused.id).toBe(first.id);
});

test('a record that is named by its id alone keeps its object', () => {
    const first = workspace.open(record('1'));
    workspace.open({ type: 'standard__recordPage', attributes: { recordId: '1', actionName: 'view' } });
    expect(workspace.find(first.id).pageReference.attributes['objectApiName']).toBe('Contact');
});

test('a component that is open already gets the new parameters', () => {
    const first = workspace.open(pop({ c__a: '1' }));
    const again = workspace.open(pop({ c__a: '2' }));
    expect(again.id).toBe(first.id);
    expect(workspace.find(first.id).pageReference.state).toEqual({ c__a: '2' });
});

test('a tab can be opened behind the one that the user looks at', () => {
    workspace.open(record('1'), { focus: false });
    expect(workspace.focused.id).toBe(NAVIGATION_TAB);
    expect(shown).toEqual([]);
});

test('closing the focused tab shows the one beside it', () => {
    const first = workspace.open(record('1'));
    const second = workspace.open(record('2'));
    expect(workspace.close(second.id)).toBe(true);
    expect(workspace.focused.id).toBe(first.id);
    workspace.close(first.id);
    expect(workspace.focused.id).toBe(NAVIGATION_TAB);
});

test('closing a tab closes its subtabs, closing a subtab shows its parent', () => {
    const parent = workspace.open(record('1'));
    const subtab = workspace.open(record('2'), { parentId: parent.id });
    workspace.close(subtab.id);
    expect(workspace.focused.id).toBe(parent.id);
    workspace.open(record('3'), { parentId: parent.id });
    workspace.close(parent.id);
    expect(workspace.state.tabs.map(({ id }) => id)).toEqual([NAVIGATION_TAB]);
});

test('a tab that must stay is not closed', () => {
    const tab = workspace.open(record('1'));
    workspace.update(tab.id, { closable: false });
    expect(workspace.close(tab.id)).toBe(false);
    expect(workspace.close(NAVIGATION_TAB)).toBe(false);
});

test('an unknown tab is refused by name', () => {
    expect(() => workspace.focus('tab99')).toThrow('tab99');
});

test('listeners hear of every change until they stop', () => {
    const counts: number[] = [];
    const stop = workspace.listen(({ tabs }) => void counts.push(tabs.length));
    workspace.open(record('1'));
    stop();
    workspace.open(record('2'));
    expect(counts).toEqual([2]);
});
