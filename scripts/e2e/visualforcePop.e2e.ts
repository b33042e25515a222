import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { decodeScreenPop } from '#contract';
import { CallStory } from './callStory.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';

const SHEETS_NAMES = {
    visualforcePost: ['AgentID', 'CallerID', 'CallReferenceID', 'DID', 'ConvoxID', 'Process', 'TypeOfCall'],
    visualforceGet: ['Agent_ID', 'Caller_Id', 'CallReferenceID', 'DID', 'ConvoxID', 'Process', 'TypeOfCall']
} as const;

/** The call's fields in the order in which the sheet has its parameters. */
const CALL_FIELDS = [
    'Agent_Code__c',
    'Customer_Number__c',
    'Call_Reference__c',
    'DID__c',
    'ConVox_ID__c',
    'Process_Name__c',
    'Type_Of_Call__c'
];

for (const route of ['visualforcePost', 'visualforceGet'] as const) {
    deskTest(`a pop by ${route} reaches the console through the Visualforce page`, async (desk) => {
        const { stack, screenshot } = desk;
        const story = new CallStory(desk);
        await story.startShift();
        stack.convox.switches.popRoute = route;
        const pop = await story.answer('knownCaller');
        await story.phone.card.getByText('Priya Nair').waitFor();
        await eventuallyEqual(() => Promise.resolve(pop.isClosed()), true);
        const [sent] = await story.wireHas('pop', 1);
        assert.ok(sent);
        assert.deepEqual(
            sent.parameters.map(([name]) => name),
            SHEETS_NAMES[route]
        );
        const values: [string, string][] = sent.parameters.map(([, value], index) => [CALL_FIELDS[index] ?? '', value]);
        await story.onlyCallIs({ Status__c: 'In Progress', ...Object.fromEntries(values) });
        await screenshot('taken');
    });
}

/** Posts a form as ConVox's page does, and resolves to the Lightning address that it leads to. */
async function post(page: Page, action: string, fields: Record<string, string>): Promise<URL> {
    const inputs = Object.keys(fields).map((name) => `<textarea name="${name}"></textarea>`);
    await page.setContent(
        `<form method="post" accept-charset="utf-8" action="${action}">${inputs.join('')}<button>Pop</button></form>`
    );
    for (const [name, value] of Object.entries(fields)) {
        await page.locator(`textarea[name="${name}"]`).fill(value);
    }
    await page.getByRole('button', { name: 'Pop' }).click();
    await page.waitForURL(/\/lightning\//);
    return new URL(page.url());
}

/** A page that runs whatever it is told to would leave this behind. */
const MARK = 'alert(1)';

const hostile: readonly (readonly [string, string])[] = [
    ['quotes', `');${MARK};('`],
    ['double quotes', `");${MARK};("`],
    ['a backslash before the quote', `\\');${MARK};//`],
    ['the end of the script', `</script><script>${MARK}</script>`],
    ['markup', `<img src=x onerror=${MARK}>`],
    ['line breaks', `one\ntwo\u2028three`],
    ['another script', 'प्रिया नायर 📞'],
    ['a javascript address', `javascript:${MARK}`],
    ['another parameter', '1&c__AgentID=AG_RAVI'],
    ['another address', '//evil.example/?#'],
    ['an expression', '{!$Api.Session_ID}']
];

/** A tab in which Lightning is only an address. */
async function emptyTab({ context }: Desk): Promise<Page> {
    const page = await context.newPage();
    await page.route(/\/lightning\//, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Lightning</title>' })
    );
    return page;
}

deskTest('whatever a value holds, it arrives as that value and as nothing else', async (desk) => {
    const { stack } = desk;
    const page = await emptyTab(desk);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
    });
    for (const [what, value] of hostile) {
        const url = await post(page, `${stack.urls.console}/apex/ConVoxScreenPop`, {
            AgentID: 'AG_ASHA',
            CallerID: value,
            Process: value,
            retURL: 'https://evil.example/',
            c__AgentID: 'AG_RAVI'
        });
        assert.equal(url.origin + url.pathname, `${stack.urls.console}/lightning/cmp/c__convoxScreenPop`, what);
        const arrived = value.replaceAll('\n', '\r\n');
        assert.deepEqual(
            [...url.searchParams],
            [
                ['c__AgentID', 'AG_ASHA'],
                ['c__CallerID', arrived],
                ['c__Process', arrived]
            ],
            what
        );
        assert.deepEqual(dialogs, [], what);
    }
});

deskTest('every spelling is understood, and by GET whatever came besides', async (desk) => {
    const { stack } = desk;
    const page = await emptyTab(desk);
    const form = { agent_id: 'AG_ASHA', call_hit_reference_number: 'R1', mobile_number: '9876543201', lead_id: '7' };
    const said = { agentCode: 'AG_ASHA', callReference: 'R1', callerNumber: '9876543201', convoxId: '7', unknown: {} };
    const posted = await post(page, `${stack.urls.console}/apex/ConVoxScreenPop`, form);
    assert.partialDeepStrictEqual(decodeScreenPop([...posted.searchParams]), { ok: true, value: said });
    const query = new URLSearchParams({ ...form, 'AGENT ID': 'AG_ASHA', Campaign: 'DIWALI & co' });
    query.delete('agent_id');
    await page.goto(`${stack.urls.console}/apex/ConVoxScreenPop?${query.toString()}`, { waitUntil: 'commit' });
    await page.waitForURL(/\/lightning\//);
    assert.partialDeepStrictEqual(decodeScreenPop([...new URL(page.url()).searchParams]), {
        ok: true,
        value: { ...said, unknown: { Campaign: 'DIWALI & co' } }
    });
});

deskTest("from Visualforce's own host the page finds Lightning's, in every kind of org", async (desk) => {
    const { stack } = desk;
    const page = await emptyTab(desk);
    const markup = await page.context().request.get(`${stack.urls.console}/apex/ConVoxScreenPop?AgentID=AG_ASHA`);
    const html = await markup.text();
    const hosts = {
        'sunrise--c.vf.force.com': 'sunrise.lightning.force.com',
        'sunrise--uat--c.sandbox.vf.force.com': 'sunrise--uat.sandbox.lightning.force.com',
        'sunrise-dev-ed--c.develop.vf.force.com': 'sunrise-dev-ed.develop.lightning.force.com',
        'sunrise.my.salesforce.com': 'sunrise.my.salesforce.com'
    };
    await page.route(/\/apex\//, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    for (const [visualforce, lightning] of Object.entries(hosts)) {
        await page.goto(`https://${visualforce}/apex/ConVoxScreenPop`, { waitUntil: 'commit' });
        await page.waitForURL(`https://${lightning}/lightning/cmp/c__convoxScreenPop?c__AgentID=AG_ASHA`);
    }
});

deskTest('a user without a permission set that opens the page is refused', async (desk) => {
    const { stack, context } = desk;
    const page = await context.newPage();
    await page.goto(`${stack.urls.console}/login?as=integration&retURL=/assets/slds.css`);
    const refused = await context.request.get(`${stack.urls.console}/apex/ConVoxScreenPop`);
    assert.equal(refused.status(), 403);
});
