import assert from 'node:assert/strict';
import { brokenAccessibilityRules } from './accessibility.ts';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { EARLY_CUSTOMERS, earlyCustomersDatabase } from './earlyCustomers.ts';
import { eventuallyEqual } from './expect.ts';
import { OrgSetup } from './orgSetup.ts';
import { SetupPage, userOf } from './setupPage.ts';
import { SoftphonePanel } from './softphonePanel.ts';

deskTest(
    'a clock two hours off turns its check red, and no other',
    async (desk) => {
        const setup = await SetupPage.open(desk);
        await setup.is('clock', 'no');
        await setup.is('rights', 'yes');
        await setup.is('keys', 'yes');
        assert.deepEqual(await setup.having('no'), ['clock']);
        assert.match(await setup.check('clock').innerText(), /7,?[12]\d\d/);
    },
    { stack: { clock: () => new Date(Date.now() - 2 * 3_600_000) } }
);

deskTest(
    'a gateway that is gone, a second default server, agents without rights and statuses that stopped each turn their check red',
    async (desk) => {
        const { store, users } = desk.stack.org;
        const inSetup = new OrgSetup(desk);
        const setup = await SetupPage.open(desk);
        await setup.is('gateway', 'yes');
        await eventuallyEqual(() => setup.having('no'), []);

        await inSetup.enterAddress('http://127.0.0.1:9');
        await setup.comeBack();
        await setup.is('gateway', 'no');
        await eventuallyEqual(() => setup.having('no'), ['gateway']);
        await desk.screenshot('gateway gone');
        await inSetup.enterAddress(desk.stack.urls.gateway);
        await setup.press('Check again');
        await setup.is('gateway', 'yes');

        const agents = store.find({ object: 'ConVox_Agent__c' }).map(({ User__c }) => String(User__c));
        const given = store.find({ object: 'PermissionSetAssignment' });
        const ids = given.filter(({ AssigneeId }) => agents.includes(String(AssigneeId))).map(({ Id }) => String(Id));
        store.delete('PermissionSetAssignment', ids, users.admin);
        await setup.press('Check again');
        await setup.is('rights', 'no');
        await eventuallyEqual(() => setup.having('no'), ['rights']);
        await desk.screenshot('rights of all');
        await setup.press(`Give all ${agents.length} agents the rights`);
        await setup.is('rights', 'yes');

        const [server] = store.find({ object: 'ConVox_Server__c' });
        assert.ok(server);
        const name = String(server['Name']);
        const { Time_Zone__c = null, Phone_Keys_Filled__c = null } = server;
        const second = { Name: 'Pune', Is_Default__c: true, Time_Zone__c, Phone_Keys_Filled__c };
        const [saved] = store.create('ConVox_Server__c', [second], users.admin);
        assert.ok(saved?.success);
        await setup.press('Check again');
        await setup.is('defaultServer', 'no');
        await eventuallyEqual(() => setup.having('no'), ['defaultServer']);
        await desk.screenshot('second default server');
        await setup.press(`Make ${name} the default`);
        await setup.check('defaultServer').getByText('Pune: neither the default server').waitFor();
        store.delete('ConVox_Server__c', [saved.id], users.admin);
        await setup.press('Check again');
        await setup.is('defaultServer', 'yes');

        const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
        const come = (call: Record<string, string>) => store.create('ConVox_Call__c', [call], users.admin);
        come({ Call_Reference__c: 'S', Status_Received_At__c: ago(600) });
        come({ Call_Reference__c: 'P', Pop_At__c: ago(50) });
        await setup.press('Check again');
        await setup.is('statuses', 'yes');
        come({ Call_Reference__c: 'Q', Pop_At__c: ago(70) });
        await setup.press('Check again');
        await setup.is('statuses', 'no');
        await eventuallyEqual(() => setup.having('no'), ['statuses']);
    }
);

deskTest('a disposition that is there twice is named, and one press switches the later one off', async (desk) => {
    const { store, users } = desk.stack.org;
    const made = (object: string, values: Record<string, string | number>): string => {
        const [saved] = store.create(object, [values], users.admin);
        assert.ok(saved?.success);
        return saved.id;
    };
    // The org refuses a second: two processes whose going starts no flow leave two that are one.
    const processes = ['ONE', 'TWO'].map((code) => made('ConVox_Process__c', { Name: code, Process_Code__c: code }));
    const [, later] = processes.map((Process__c, index) =>
        made('ConVox_Disposition__c', { Name: `Sold ${index + 1}`, Code__c: 'SOLD', Process__c, Level__c: 1 })
    );
    store.delete('ConVox_Process__c', processes, users.admin);
    const setup = await SetupPage.open(desk);
    await setup.is('once', 'no');
    await eventuallyEqual(() => setup.having('no'), ['once']);
    await setup.check('once').scrollIntoViewIfNeeded();
    await desk.screenshot('twice');
    await setup.press('Switch off Sold 2 (SOLD)');
    await setup.is('once', 'yes');
    assert.equal(store.get('ConVox_Disposition__c', later ?? '')?.['Is_Active__c'], false);
});

/** Makes the administrator an agent, and returns the agent's code. */
function asAgent({ stack: { org } }: Desk): string {
    const [agent] = org.store.find({ object: 'ConVox_Agent__c' });
    assert.ok(agent);
    const { id } = userOf(org, 'admin');
    org.store.update('ConVox_Agent__c', [{ id: String(agent['Id']), values: { User__c: id } }], org.users.admin);
    return String(agent['Agent_Code__c']);
}

deskTest('a pop that is tried shows what the phone does, and counts nowhere', async (desk) => {
    const agentCode = asAgent(desk);
    const setup = await SetupPage.open(desk);
    await setup.follow('Try a pop');
    // The phone of this tab takes the call; the page of the pop closes.
    const phone = new SoftphonePanel(setup.page);
    await phone.card.getByText('90000 00000').first().waitFor();
    await desk.screenshot('trial pop in the phone');
    const { store } = desk.stack.org;
    await eventuallyEqual(
        () => store.find({ object: 'ConVox_Call__c' }).map((call) => [call['Status__c'], call['Pop_At__c']]),
        [['Ended', null]]
    );
    await phone.chooseDisposition('Sale made');
    await phone.save();
    // ConVox knows of no such call.
    await phone.root.getByRole('button', { name: 'Keep and finish' }).press('Enter');
    await phone.root.locator('[data-id="idle"]').waitFor({ state: 'attached' });
    const again = await SetupPage.open(desk);
    await again
        .check('pop')
        .getByText(new RegExp(`Tried from here.*${agentCode}, `))
        .waitFor();
    await again.is('pop', 'open');
    await again.check('command').getByText('Nothing yet').waitFor();
    await again.is('unknown', 'open');
    await desk.screenshot('trial pop');
});

deskTest('an administrator who is an agent tries a call to a phone at hand', async (desk) => {
    const agentCode = asAgent(desk);
    await desk.agentScreen.open(agentCode);
    await desk.agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    await desk.agentScreen.waitForState('IDLE');
    const setup = await SetupPage.open(desk);
    await setup.press('Try a call to my own phone');
    await setup.root.getByRole('textbox', { name: 'A phone that you can hear' }).fill('12');
    await setup.press('Call this number');
    await setup.root.getByText(/ConVox cannot call this number/).waitFor();
    await setup.root.getByRole('textbox', { name: 'A phone that you can hear' }).fill('+91 98765 43201');
    await setup.press('Call this number');
    await setup.root.getByText(/ConVox is calling/).waitFor();
    await desk.screenshot('trial call');
    // The call opens its customer in front of the assistant.
    await eventuallyEqual(async () => (await setup.having('yes')).includes('command'), true);
});

deskTest('whom the org refuses a right is named, and what could be given stays', async (desk) => {
    const { store, users } = desk.stack.org;
    const agents = store.find({ object: 'ConVox_Agent__c' }).map(({ User__c }) => String(User__c));
    const taken = (): string[] =>
        store
            .find({ object: 'PermissionSetAssignment' })
            .filter(({ AssigneeId }) => agents.includes(String(AssigneeId)))
            .map(({ Id }) => String(Id));
    store.delete('PermissionSetAssignment', taken(), users.admin);
    const setup = await SetupPage.open(desk);
    await setup.is('rights', 'no');
    // Gone between the look and the press.
    const [set] = store.find({ object: 'PermissionSet' }).filter(({ Name }) => Name === 'ConVox_Org_Agent_Rights');
    store.delete('PermissionSet', [String(set?.['Id'])], users.admin);
    await setup.press(/^Give all/);
    const names = agents.map((id) => String(store.get('User', id)?.['Name']));
    for (const name of names) {
        await setup.root.getByRole('alert').getByText(`${name}: `).waitFor();
    }
    await setup.is('orgRights', 'no');
    await eventuallyEqual(() => setup.isSeen('[role="alert"]'), true);
    await desk.screenshot('refused rights');
    await setup.press('Enter agents');
    await setup.root.getByRole('textbox', { name: 'Agents' }).waitFor();
    await eventuallyEqual(() => setup.isSeen('c-convox-setup-lines'), true);
    await desk.screenshot('form');
    assert.equal(taken().length, 2 * agents.length);
});

deskTest('each fault turns exactly its own check red, and says what was seen', async (desk) => {
    const { stack } = desk;
    const { store, users } = stack.org;
    const setup = await SetupPage.open(desk);
    await setup.is('gateway', 'yes');
    await eventuallyEqual(() => setup.having('no'), []);

    await new OrgSetup(desk).changeKey('another-key-than-the-gateway-has');
    await setup.press('Check again');
    await setup.is('gateway', 'no');
    await eventuallyEqual(() => setup.having('no'), ['gateway']);

    const [agent] = store.find({ object: 'ConVox_Agent__c' });
    assert.ok(agent);
    store.update('ConVox_Agent__c', [{ id: String(agent['Id']), values: { User__c: null } }], users.admin);
    await setup.press('Check again');
    await setup.is('agents', 'no');
    await eventuallyEqual(() => setup.having('no'), ['gateway', 'agents']);
    assert.match(await setup.check('gateway').innerText(), /REFUSED.*Invalid or missing access token/);
    assert.match(await setup.check('agents').innerText(), new RegExp(String(agent['Agent_Code__c'])));
    await desk.screenshot('faults');
    assert.deepEqual(await brokenAccessibilityRules(setup.root), []);
});

deskTest(
    'customers without phone keys turn exactly their check red',
    async (desk) => {
        const setup = await SetupPage.open(desk);
        await setup.is('gateway', 'yes');
        await setup.is('keys', 'no');
        assert.deepEqual(await setup.having('no'), ['keys']);
        assert.match(await setup.check('keys').innerText(), new RegExp(`${EARLY_CUSTOMERS} contacts`));
    },
    { database: earlyCustomersDatabase }
);
