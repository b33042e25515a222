import assert from 'node:assert/strict';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import { EARLY_CUSTOMERS, earlyCustomersDatabase } from './earlyCustomers.ts';
import { englishWords } from './englishWords.ts';
import type { Desk } from './desk.ts';
import { eventuallyEqual } from './expect.ts';
import { OrgSetup } from './orgSetup.ts';
import { SetupPage, userOf } from './setupPage.ts';

const NOT_COME_YET = [
    'backlog',
    'pop',
    'callers',
    'status',
    'command',
    'unknown',
    'reconciled',
    'allowance',
    'statuses',
    'nights'
];

deskTest('the assistant shows what works by evidence, and waits for what has not come', async (desk) => {
    const { store, users } = desk.stack.org;
    const day = (ago: number): string => new Date(Date.now() - ago * 24 * 3_600_000).toISOString().slice(0, 10);
    const nights = [
        { Day__c: day(1), Colour__c: 'Red', Red_Checks__c: 'backlog; agents' },
        { Day__c: day(0), Colour__c: 'Green', Red_Checks__c: null }
    ];
    store.create('ConVox_Health__c', nights, users.admin);
    const setup = await SetupPage.open(desk);
    await setup.is('gateway', 'yes');
    await setup.is('rights', 'yes');
    await eventuallyEqual(() => setup.having('no'), []);
    assert.deepEqual(await setup.having('open'), NOT_COME_YET.slice(0, -1));
    assert.deepEqual(await setup.days(), [false, true]);
    await setup.root.getByText('Somebody leaves').click();
    await setup.root.locator('[data-proof="noRights"][data-shown="notBegun"]').waitFor();
    await setup.root.locator('c-convox-changes').scrollIntoViewIfNeeded();
    await desk.screenshot('works');
    assert.deepEqual(await brokenAccessibilityRules(setup.root), []);

    const admin = userOf(desk.stack.org, 'admin');
    desk.stack.org.store.update(
        'User',
        [{ id: admin.id, values: { LanguageLocaleKey: 'hi' } }],
        desk.stack.org.users.admin
    );
    await desk.console.page.setViewportSize({ width: 340, height: 900 });
    const inHindi = await SetupPage.open(desk);
    await inHindi.is('rights', 'yes');
    await desk.screenshot('hindi at 340 px');
    const overflow = await inHindi.root.evaluate(
        (root: { scrollWidth: number; clientWidth: number }) => root.scrollWidth - root.clientWidth
    );
    assert.equal(overflow, 0, 'nothing has to be scrolled sideways');
    await inHindi.gateway.fill('https://gateway.acme.example');
    const sheet = await inHindi.root.locator('[data-id="sheet"]').innerText();
    const pop = `${desk.console.origin}/lightning/cmp/c__convoxScreenPop?c__AgentID=<AgentID>`;
    assert.ok(sheet.includes(pop), sheet);
    assert.deepEqual(englishWords(await inHindi.root.innerText(), [...OF_NOBODY, ...sheet.split('\n')]), []);
});

/** Salesforce shows its Setup in no Hindi, nor are flows named in it. */
const OF_SETUP = [
    'Setup',
    'Sharing Settings',
    'Flows',
    'Paused and Failed Flow Interviews',
    'Company Information',
    'Storage Usage',
    'Call Nightly Reconcile'
];

/** What the gateway, the org or ConVox says in every language. */
const OF_NOBODY = [
    'ConVox',
    'Salesforce',
    'Asia/Kolkata',
    'Mumbai',
    'default',
    'sheet',
    'ok',
    'API',
    'MB',
    ...OF_SETUP
];

deskTest(
    'from an org with nothing but the package to the first call that is ended, without a terminal',
    async (desk) => {
        const setup = await SetupPage.open(desk);
        const inSetup = new OrgSetup(desk, setup.effort);
        await inSetup.asInstalled();
        // Who has just installed the package is signed in.
        inSetup.openAddress();
        inSetup.assignGroup('ConVox_Administrators', userOf(desk.stack.org, 'admin').id);
        inSetup.openAddress();
        await setup.page.reload();
        await setup.is('gateway', 'no');
        await eventuallyEqual(
            () => setup.having('no'),
            ['defaultServer', 'gateway', 'processes', 'dispositions', 'agents', 'orgRights', 'managers']
        );
        await setup.root.getByText('The sheet is made once a server is entered').waitFor();
        assert.equal(await setup.root.locator('[data-id="print"]').count(), 0);
        await desk.screenshot('nothing');
        await setup.check('orgRights').scrollIntoViewIfNeeded();
        await desk.screenshot('no permission sets');

        await setup.leavesFor('PermSets');
        inSetup.makeSet('ConVox_Org_Rights');
        inSetup.makeSet('ConVox_Org_Agent_Rights', { usesCredential: true });
        await setup.comeBack();
        await setup.press('Give me ConVox_Org_Agent_Rights');
        await setup.root.getByRole('button', { name: 'Give me' }).waitFor({ state: 'detached' });
        await setup.leavesFor('NamedCredential');
        await inSetup.enterAddress(desk.stack.urls.gateway);
        await inSetup.enterKey(desk.stack.gatewayKey);
        await setup.comeBack();
        await setup.is('gateway', 'yes');
        await setup.enter('Servers', ['Mumbai, Asia/Kolkata']);
        await setup.is('defaultServer', 'yes');
        await setup.is('zone', 'yes');
        await setup.enter('Processes', ['SUPPORT, Support desk, , 9:00, 20:00', 'SALES, Sales']);
        await setup.enter('Dispositions', [
            'SALE, Sale made, SUPPORT',
            'CALLBACK, Call back, SUPPORT, Y',
            'INTERESTED, Interested, SALES'
        ]);
        const { username } = userOf(desk.stack.org, 'asha');
        await setup.enter('Agents', [`AG_ASHA, ${username}`]);
        await setup.is('rights', 'no');
        await desk.screenshot('rights');
        await setup.press(/^Give .* the rights$/);
        await setup.is('rights', 'yes');
        assert.match(await setup.check('keys').innerText(), new RegExp(`${EARLY_CUSTOMERS} contacts`));
        await setup.press('Fill the keys');
        await eventuallyEqual(() => setup.having('no'), ['orgRights', 'managers']);
        assert.equal(keyless(desk), 1);
        assert.deepEqual(await setup.having('open'), NOT_COME_YET);

        inSetup.signIn();
        inSetup.openAddress();
        await desk.console.openAs('asha');
        await desk.agentScreen.open();
        const story = new CallStory(desk);
        await story.answer('knownCaller');
        await story.phone.chooseDisposition('Sale made');
        await story.phone.save();
        inSetup.endCall();
        await story.convoxWasTold({ disposition: 'SALE' });

        const { presses, fields } = setup.effort;
        assert.ok(presses + fields < 60, `${presses} presses and ${fields} fields`);

        // What managers need has waited until agents can work.
        inSetup.makeSet('ConVox_Org_Manager_Rights', { usesCredential: true });
        inSetup.assignGroup('ConVox_Managers', userOf(desk.stack.org, 'divya').id);
        const done = await SetupPage.open(desk);
        await done.is('status', 'yes');
        await eventuallyEqual(() => done.having('open'), ['reconciled', 'nights']);
        assert.deepEqual(await done.having('no'), []);
        await desk.screenshot('done');
    },
    { database: earlyCustomersDatabase }
);

deskTest('the sheet for the ConVox engineer is printed by itself', async (desk) => {
    await desk.console.page.addInitScript(`window.print = () => {
        window.top.dispatchEvent(new CustomEvent('printed', { detail: document.body.innerText }));
    }`);
    const setup = await SetupPage.open(desk);
    const printed = setup.page.evaluate<string>(
        `new Promise((resolve) => addEventListener('printed', ({ detail }) => resolve(detail), { once: true }))`
    );
    await setup.gateway.fill('https://gateway.acme.example');
    await setup.root.locator('[data-id="print"]').click();
    const sheet = await setup.root.locator('[data-id="sheet"]').innerText();
    assert.equal(await printed, `${await setup.root.locator('c-convox-hand-over h2').innerText()}\n${sheet}`);
});

/** Contacts with a mobile number and no key of it. */
function keyless({ stack: { org } }: Desk): number {
    return org.store.count({
        object: 'Contact',
        where: {
            all: [
                { field: 'MobilePhone', operator: 'ne', value: null },
                { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: null }
            ]
        }
    });
}
