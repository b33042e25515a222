import assert from 'node:assert/strict';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { eventuallyEqual } from './expect.ts';
import { PORTS_OF_TWO_SERVERS } from './ravisDesk.ts';
import { SetupPage, userOf } from './setupPage.ts';

deskTest('an agent without a user gets one by a line, and one who left is switched off', async (desk) => {
    const { store, users } = desk.stack.org;
    const [agent, leaver] = store.find({ object: 'ConVox_Agent__c' });
    assert.ok(agent && leaver);
    const rows = [agent, leaver].map(({ Id }) => ({ id: String(Id), values: { User__c: null } }));
    store.update('ConVox_Agent__c', rows, users.admin);
    const code = String(agent['Agent_Code__c']);
    const { username } = userOf(desk.stack.org, 'admin');
    const setup = await SetupPage.open(desk);
    await setup.is('agents', 'no');
    await setup.press('Enter agents');
    await setup.offer('Agents', [`${code}, ${username}`]);
    await setup.root.getByText(`${code} is there already`).waitFor();
    await desk.screenshot('question');
    await setup.press('Save Agents');
    await setup.root.getByText('Saved: 1').waitFor();
    await setup.press(`Switch ${String(leaver['Agent_Code__c'])} off`);
    await setup.is('agents', 'yes');
    const now = rows.map(({ id }) => store.get('ConVox_Agent__c', id));
    assert.deepEqual(
        now.map((row) => [row?.['User__c'], row?.['Is_Active__c']]),
        [
            [userOf(desk.stack.org, 'admin').id, true],
            [null, false]
        ]
    );
});

deskTest('a disposition that somebody else entered meanwhile is not entered once more', async (desk) => {
    const { store, users } = desk.stack.org;
    const [process] = store.find({ object: 'ConVox_Process__c' });
    assert.ok(process);
    const setup = await SetupPage.open(desk);
    await setup.press('Enter dispositions');
    const row = { Name: 'Moved', Code__c: 'MOVED', Process__c: process['Id'] ?? null };
    store.create('ConVox_Disposition__c', [row], users.admin);
    await setup.offer('Dispositions', [`moved, Moved house, ${String(process['Process_Code__c'])}`]);
    await setup.root.getByText('moved exists already').waitFor();
    const count = (): Promise<number> =>
        Promise.resolve(
            store.find({ object: 'ConVox_Disposition__c' }).filter(({ Code__c }) => /^moved$/i.test(String(Code__c)))
                .length
        );
    await eventuallyEqual(count, 1);
});

deskTest(
    'a process and a server whose codes are taken are refused in our words',
    async (desk) => {
        const { store, users } = desk.stack.org;
        const [process] = store.find({ object: 'ConVox_Process__c' });
        const code = String(process?.['Process_Code__c']);
        store.create('ConVox_Server__c', [{ Name: 'Pune', Code__c: 'pune' }], users.admin);
        const setup = await SetupPage.open(desk);
        await setup.press('Enter processes');
        await setup.offer('Processes', [code]);
        await setup.root.getByText(`${code} exists already`).waitFor();
        await setup.press('Close');
        await setup.press('Enter a server');
        await setup.offer('Servers', ['Poona, , pune']);
        await setup.root.getByText('pune exists already').waitFor();
    },
    { provokesRefusals: true }
);

deskTest(
    'where recordings are heard is taken over from the gateway',
    async (desk) => {
        const { org, urls } = desk.stack;
        const [server] = org.store.find({ object: 'ConVox_Server__c' });
        const id = String(server?.['Id']);
        org.store.update('ConVox_Server__c', [{ id, values: { Recordings_Base__c: null } }], org.users.admin);
        const setup = await SetupPage.open(desk);
        await setup.is('recordings', 'no');
        await setup.check('recordings').scrollIntoViewIfNeeded();
        await desk.screenshot('offered');
        await setup.press(`Take ${String(urls.recordings)} from the gateway`);
        await setup.is('recordings', 'yes');
        assert.equal(org.store.get('ConVox_Server__c', id)?.['Recordings_Base__c'], urls.recordings);
    },
    { stack: { ports: { ...PORTS_OF_TWO_SERVERS, recordings: 0 } } }
);

deskTest('a second id of one user is asked about once, and saved with the same press once more', async (desk) => {
    const setup = await SetupPage.open(desk);
    const { username } = userOf(desk.stack.org, 'asha');
    await setup.press('Enter agents');
    await setup.offer('Agents', [`AG_TWO, ${username}`]);
    await setup.root.getByText(/This user is AG_ASHA at this server already.*dials as AG_ASHA only/).waitFor();
    await desk.screenshot('second id');
    assert.equal(agentCodes(desk).includes('AG_TWO'), false);
    await setup.press('Save Agents');
    await eventuallyEqual(() => Promise.resolve(agentCodes(desk).includes('AG_TWO')), true);
});

deskTest(
    'by keyboard alone the cursor is in the form, and then on its button or where something is said',
    async (desk) => {
        const setup = await SetupPage.open(desk);
        const key = (name: string, pressed = 'Enter'): Promise<void> =>
            setup.root.getByRole('button', { name }).first().press(pressed);
        const form = setup.root.locator('c-convox-setup-lines textarea:focus');
        const place = setup.root.locator('c-convox-mending [tabindex="-1"]:focus');
        await key('Enter processes');
        await form.fill('NIGHT, Night desk');
        await key('Save Processes');
        await setup.root.getByText('Saved: 1').waitFor();
        await form.press('Escape');
        await setup.root.locator('button:focus', { hasText: 'Enter processes' }).waitFor();
        assert.equal(await setup.root.locator('c-convox-setup-lines').count(), 0);
        await key('Enter agents');
        await form.waitFor();
        await key('Close');
        await setup.root.locator('button:focus', { hasText: 'Enter agents' }).waitFor();
        const { store, users } = desk.stack.org;
        const [agent] = store.find({ object: 'ConVox_Agent__c' });
        assert.ok(agent);
        store.update('ConVox_Agent__c', [{ id: String(agent['Id']), values: { User__c: null } }], users.admin);
        await setup.press('Check again');
        await key(`Switch ${String(agent['Agent_Code__c'])} off`);
        await setup.is('agents', 'yes');
        await place.waitFor({ state: 'attached' });
    }
);

deskTest('an agent whose phone does not find a customer whom the org knows is named', async (desk) => {
    const { store, users } = desk.stack.org;
    const call = {
        Call_Reference__c: 'REF-BLIND',
        Agent_Code__c: 'AG_RAVI',
        Customer_Number__c: '9876543201',
        Pop_At__c: new Date().toISOString()
    };
    const [created] = store.create('ConVox_Call__c', [call], users.admin);
    assert.ok(created?.success);
    const setup = await SetupPage.open(desk);
    await setup.is('callers', 'no');
    await setup.check('callers').getByText('not one by the phone of AG_RAVI').waitFor();
    await setup.check('callers').scrollIntoViewIfNeeded();
    await desk.screenshot('blind agent');
    store.update(
        'ConVox_Call__c',
        [{ id: created.id, values: { Match_Reason__c: 'Linked by the agent' } }],
        users.admin
    );
    await setup.press('Check again');
    await setup.is('callers', 'yes');
});

function agentCodes({ stack: { org } }: Desk): unknown[] {
    return org.store.find({ object: 'ConVox_Agent__c' }).map((row) => row['Agent_Code__c']);
}
