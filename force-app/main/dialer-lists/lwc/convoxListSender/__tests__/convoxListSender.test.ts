import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ListMember } from 'c/convoxListMember';
import ConvoxListSender from 'c/convoxListSender';

const value = (text: string) => ({ value: text });
const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });

/** Test wire adapters have more than the types of the platform's modules tell. */
function emit(adapter: object, ...answer: unknown[]): void {
    Reflect.apply(Reflect.get(adapter, 'emit'), adapter, answer);
}

const SOMEBODY: ListMember = {
    id: '1',
    contactId: '',
    leadId: '',
    name: '',
    number: '',
    doNotCall: 'clear',
    columns: []
};

function tellLists(dialect: string): void {
    const query = {
        ConVox_Process__c: rows({ Id: 'p1', Process_Code__c: value('SALES') }),
        ConVox_List_Entry__c: rows({
            Campaign__c: value('c1'),
            List_ID__c: value('1001'),
            Process_Name__c: value('SALES')
        }),
        ConVox_Server__c: rows({ Id: 's1', Dialect__c: value(dialect) })
    };
    emit(graphql, { uiapi: { query } });
}

async function show(dialect: string, createable = true, campaignId = ''): Promise<HTMLElement> {
    const sender = createElement('c-convox-list-sender', { is: ConvoxListSender });
    Object.assign(sender, { members: [SOMEBODY], isRead: true, campaignId });
    document.body.append(sender);
    emit(getObjectInfo, { createable });
    tellLists(dialect);
    await Promise.resolve();
    return sender;
}

const part = (sender: HTMLElement, id: string): Element | null | undefined =>
    sender.shadowRoot?.querySelector(`[data-id="${id}"]`);

const shown = (sender: HTMLElement): string[] =>
    ['mayNot', 'noList', 'process', 'listId', 'send'].filter((id) => part(sender, id));

async function choose(sender: HTMLElement, id: string, chosen: string): Promise<void> {
    part(sender, id)?.dispatchEvent(new CustomEvent('change', { detail: { value: chosen } }));
    await Promise.resolve();
}

/** As many turns as a press takes. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

afterEach(() => document.body.replaceChildren());

test.each<[who: string, dialect: string, createable: boolean, parts: readonly string[]]>([
    ['a manager', 'webService', true, ['process', 'listId', 'send']],
    ['a manager without a server that takes lists', 'sheet', true, ['noList']],
    ['an agent', 'webService', false, ['mayNot']]
])('%s at a server of %s is shown what can be done', async (_who, dialect, createable, parts) => {
    expect(shown(await show(dialect, createable))).toEqual(parts);
});

test('whoever the platform tells nothing of list entries is told that the rights are lacking', async () => {
    const sender = await show('webService');
    Reflect.apply(Reflect.get(getObjectInfo, 'error'), getObjectInfo, [
        { errorCode: 'INVALID_TYPE', message: 'Object ConVox_List_Entry__c is not supported in UI API' },
        404
    ]);
    await Promise.resolve();
    expect(shown(sender)).toEqual(['mayNot']);
});

test.each([
    ['listId', '1002'],
    ['process', 'OTHER']
])('what became of one list is gone once another %s is entered', async (id, other) => {
    const sender = await show('webService');
    await choose(sender, 'process', 'SALES');
    await choose(sender, 'listId', '1001');
    part(sender, 'send')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(part(sender, 'summary')).toBeTruthy();
    await choose(sender, id, other);
    expect(part(sender, 'summary')).toBeNull();
});

test.each([
    ['c1', 'SALES', '1001'],
    ['c2', '', ''],
    ['', '', '']
])('for the campaign "%s" the process "%s" and the list "%s" stand there', async (campaignId, process, listId) => {
    const sender = await show('webService', true, campaignId);
    expect(['process', 'listId'].map((id) => Reflect.get(part(sender, id) ?? {}, 'value'))).toEqual([process, listId]);
});

test('what a manager chose stays when lists are read anew', async () => {
    const sender = await show('webService', true, 'c1');
    await choose(sender, 'listId', '1002');
    tellLists('webService');
    await Promise.resolve();
    expect(Reflect.get(part(sender, 'listId') ?? {}, 'value')).toBe('1002');
});

test('while it sends it says what that needs, and can be stopped', async () => {
    const sender = await show('webService', true, 'c1');
    let read: (members: readonly ListMember[]) => void = () => undefined;
    Object.assign(sender, { reader: () => new Promise((resolve) => (read = resolve)) });
    part(sender, 'send')?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
    const stop = (): unknown => Reflect.get(part(sender, 'endSending') ?? {}, 'label');
    expect(stop()).toBe('c.ConVox_ListSender_Stop');
    part(sender, 'endSending')?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
    expect(stop()).toBe('c.ConVox_ListSender_Stopping');
    read([]);
    await settle();
    expect(stop()).toBeUndefined();
});
