import assert from 'node:assert/strict';
import type { Locator, Request } from '@playwright/test';
import type { FieldValues, OrgRecord } from '../local/org/records.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { englishWords } from './englishWords.ts';
import { eventuallyEqual } from './expect.ts';
import { ago, MINUTE, serverDay, today } from './floorTimes.ts';
import { tooSmallFromAfar } from './tooSmallFromAfar.ts';

async function save({ stack: { org } }: Desk, object: string, ...rows: FieldValues[]): Promise<void> {
    const results = org.store.create(object, rows, org.users.admin);
    assert.deepEqual(
        results.filter(({ success }) => !success),
        []
    );
    await org.settle();
}

function customerCall(index: number, values: FieldValues): FieldValues {
    const startedAt = String(values['Started_At__c'] ?? today(5));
    return {
        Call_Reference__c: `FLOOR${index}`,
        Customer_Number__c: `90000003${String(index).padStart(2, '0')}`,
        Direction__c: 'Inbound',
        Started_At__c: startedAt,
        Start_Day__c: serverDay(startedAt),
        ...values
    };
}

/** As the gateway notes it: what an agent does, and since when. */
async function noteState({ stack: { org } }: Desk, code: string, values: FieldValues): Promise<void> {
    const where = { field: 'Agent_Code__c', operator: 'eq', value: code } as const;
    const [agent] = org.store.find({ object: 'ConVox_Agent__c', where });
    org.store.update('ConVox_Agent__c', [{ id: String(agent?.['Id']), values }], org.users.admin);
    await org.settle();
}

/** Answered soon and late, missed, on the line, left over from another day; a promise and a command that wait. */
async function fillTheFloor(desk: Desk): Promise<void> {
    const answered = (seconds: number, process: string): FieldValues => ({
        Status__c: 'Ended',
        Agent_Code__c: 'AG_ASHA',
        Process_Name__c: process,
        Queue_Seconds__c: seconds,
        Ring_Seconds__c: 4,
        Duration_Seconds__c: 60
    });
    const missed = { Status__c: 'Not Connected', Process_Name__c: 'SALES', Queue_Seconds__c: 90, Ring_Seconds__c: 0 };
    const open = { Status__c: 'In Progress', Agent_Code__c: 'AG_RAVI', Process_Name__c: 'SUPPORT' };
    await save(
        desk,
        'ConVox_Call__c',
        ...[2, 8, 16, 20, 61].map((seconds, index) => customerCall(index, answered(seconds, 'SUPPORT'))),
        customerCall(5, answered(3, 'sales')),
        customerCall(6, missed),
        customerCall(7, { ...missed, Started_At__c: ago(3 * 24 * 60) }),
        customerCall(8, { ...answered(1, 'SALES'), Started_At__c: ago(2 * 24 * 60) }),
        customerCall(9, { ...open, Pop_At__c: ago(3) }),
        customerCall(10, {
            ...open,
            Agent_Code__c: 'AG_NOBODY',
            Process_Name__c: '',
            Direction__c: 'Outbound',
            Pop_At__c: ago(75)
        }),
        customerCall(11, { ...open, Started_At__c: ago(5 * 24 * 60), Pop_At__c: ago(5 * 24 * 60) })
    );
    const owner = String(desk.stack.org.users.admin.id);
    const promise = { OwnerId: owner, Agent__c: owner, Phone_Key__c: '9000000301', State__c: 'Open' };
    await save(
        desk,
        'ConVox_Follow_Up__c',
        { ...promise, Due_At__c: ago(30) },
        { ...promise, Due_At__c: new Date(Date.now() + 5 * MINUTE).toISOString() }
    );
    await save(desk, 'ConVox_Command__c', {
        Key__c: 'FLOOR',
        Type__c: 'Dial',
        Status__c: 'Unknown',
        Agent_Code__c: 'AG_ASHA',
        Phone_Number__c: '9000000301',
        Ref_No__c: 'FLOOR',
        Requested_At__c: today(1)
    });
}

/** Code of its own for docs/figures.md. */
function figuresOfToday({ stack: { org } }: Desk): Readonly<Record<string, string>> {
    const began = today(24 * 60);
    const offered = org.store
        .find({ object: 'ConVox_Call__c' })
        .filter((call) => String(call['Started_At__c'] ?? '') >= began)
        .filter((call) => call['Direction__c'] === 'Inbound' && call['Status__c'] !== 'In Progress');
    const wait = (call: OrgRecord): number => Number(call['Queue_Seconds__c']) + Number(call['Ring_Seconds__c']);
    const answered = offered.filter((call) => call['Status__c'] !== 'Not Connected');
    const inTime = answered.filter((call) => wait(call) <= Number(call['Answer_Target_Seconds__c']));
    const average = answered.reduce((sum, call) => sum + wait(call), 0) / answered.length;
    return {
        onLine: '2',
        offered: String(offered.length),
        answered: String(answered.length),
        missed: String(offered.length - answered.length),
        serviceLevel: `${((100 * inTime.length) / offered.length).toFixed(1).replace(/\.0$/, '')}%`,
        speedOfAnswer: `0:${String(Math.round(average)).padStart(2, '0')}`,
        toReturn: '2',
        overduePromises: '1',
        unansweredCommands: '1'
    };
}

const board = ({ console: page }: Desk): Locator => page.page.locator('c-convox-wallboard');
const tile = (desk: Desk, name: string): Locator => board(desk).locator(`[data-tile="${name}"]`);

async function shown(desk: Desk): Promise<Readonly<Record<string, string>>> {
    const figures: Record<string, string> = {};
    for (const one of await board(desk).locator('[data-tile]').all()) {
        figures[String(await one.getAttribute('data-tile'))] =
            (await one.locator('.value').innerText()).split('\n')[0] ?? '';
    }
    return figures;
}

const filterOf = (url: string): string | null => new URL(url).searchParams.get('filterName');

deskTest('a manager starts on the wallboard, and its figures are those of the rows', async (desk) => {
    const { console: page, context, screenshot } = desk;
    const questions: Request[] = [];
    context.on('request', (request) => {
        if (request.postData()?.includes('convoxFloor')) {
            questions.push(request);
        }
    });
    await fillTheFloor(desk);
    await noteState(desk, 'AG_ASHA', { State__c: 'Break', State_Detail__c: 'Lunch', State_Since__c: ago(20) });
    await noteState(desk, 'AG_RAVI', { State__c: 'Talking', State_Since__c: ago(13 * 60) });
    await page.page.clock.install();
    await page.openAs('divya');
    await board(desk).getByRole('heading', { name: 'Wallboard', level: 1 }).waitFor();
    await tile(desk, 'offered').waitFor();
    assert.deepEqual(await shown(desk), figuresOfToday(desk));
    assert.equal(questions.length, 1, 'one request has it all');
    await screenshot('with data');

    const calls = board(desk).getByRole('table', { name: 'On the line now' });
    await calls.getByRole('row', { name: /Ravi Kumar Customer Support \(SUPPORT\) Inbound 3:/ }).waitFor();
    await calls.getByRole('row', { name: /AG_NOBODY No process Outbound 1:15:/ }).waitFor();
    const processes = board(desk).getByRole('table', { name: 'Today by process' });
    await processes.getByRole('row', { name: /^Outbound Sales \(SALES\) 0 2 1 1 50% 0:07 0:30$/ }).waitFor();
    const agents = board(desk).getByRole('table', { name: 'Agents, as far as is known' });
    await agents.getByRole('row', { name: /^Asha Verma Break · Lunch 20:/ }).waitFor();
    await agents.getByRole('row', { name: /^Ravi Kumar On the line 3:/ }).waitFor();
    await agents.getByRole('row', { name: /^AG_NOBODY On the line 1:15:/ }).waitFor();
    assert.equal(await agents.getByRole('row').count(), 4, 'a head, and nobody of yesterday who is not on the line');
    const leftOut = board(desk).getByText(/Left out, .*: 1\s*\(CALL-\d+\)/);
    assert.match((await leftOut.getByRole('link').getAttribute('href')) ?? '', /ConVox_Call__c\/\w+\/view$/);
    assert.deepEqual(await brokenAccessibilityRules(board(desk)), []);
    assert.deepEqual(await cutOffTexts(board(desk)), []);

    await page.page.setViewportSize({ width: 720, height: 450 });
    await screenshot('at 200 percent');
    await page.page.setViewportSize({ width: 390, height: 844 });
    await screenshot('on a phone');
    assert.deepEqual(await cutOffTexts(board(desk)), []);
    await page.page.setViewportSize({ width: 1440, height: 900 });

    // What happens on the floor comes by itself.
    await save(
        desk,
        'ConVox_Call__c',
        customerCall(12, {
            Status__c: 'In Progress',
            Agent_Code__c: 'AG_ASHA',
            Process_Name__c: 'SALES',
            Pop_At__c: ago(0)
        }),
        ...['CARDS', 'CLAIMS', 'LOANS', 'POLICIES', 'RENEWALS'].map((process, index) =>
            customerCall(13 + index, { Status__c: 'In Progress', Process_Name__c: process, Pop_At__c: ago(1) })
        )
    );
    await page.page.clock.fastForward(15_000);
    await calls.getByRole('row', { name: /Asha Verma Outbound Sales/ }).waitFor();
    await agents.getByRole('row', { name: /^Asha Verma On the line 0:/ }).waitFor();
    assert.equal(questions.length, 2, 'one more a refresh');
    const screen = board(desk).getByRole('button', { name: 'Big screen' });
    await screen.press('Enter');
    await board(desk).getByRole('button', { name: 'Leave big screen' }).waitFor();
    const cover = await board(desk).getByRole('dialog', { name: 'Wallboard' }).boundingBox();
    assert.deepEqual(cover, { x: 0, y: 0, width: 1440, height: 900 });
    await page.page.setViewportSize({ width: 1920, height: 1080 });
    for (const window of ['1280 720', '1920 1080', '1080 1920', '1440 900']) {
        const [width = 0, height = 0] = window.split(' ').map(Number);
        await page.page.setViewportSize({ width, height });
        const { x, y, ...box } = (await processes.boundingBox()) ?? assert.fail();
        const isShown = y + box.height <= height && x + box.width <= width;
        assert.ok(isShown, `eight processes end at ${x + box.width} ${y + box.height} of ${window}`);
        assert.deepEqual(await cutOffTexts(board(desk)), []);
        const tooSmall = await tooSmallFromAfar(board(desk), { width, height }, 'Leave big screen');
        assert.deepEqual(width > height ? tooSmall : [], []);
    }
    await page.page.setViewportSize({ width: 1920, height: 1080 });
    await screenshot('big screen');
    assert.deepEqual(await brokenAccessibilityRules(board(desk)), []);
    await page.page.keyboard.press('Shift+Tab');
    await eventuallyEqual(() => board(desk).locator(':focus').count(), 1);
    await page.page.keyboard.press('Escape');
    await screen.waitFor();

    await tile(desk, 'overduePromises').getByRole('link').press('Enter');
    await eventuallyEqual(() => Promise.resolve(filterOf(page.page.url())), 'Overdue_Promises');
    const rows = page.page.getByRole('table').getByRole('row').filter({ hasText: '9000000301' });
    await eventuallyEqual(() => rows.count(), 1);
    await screenshot('overdue promises');
});

/** What the calls hold, and names that are the same in every language. */
const CODES = ['sales', 'SALES', 'SUPPORT', 'ConVox', 'CALL', 'AG', 'NOBODY'];
const OF_NOBODY = [...CODES, 'Ravi Kumar', 'Customer Support', 'Outbound Sales'];

deskTest('without a call the wallboard says so; it speaks Hindi; and agents have none', async (desk) => {
    const { console: page, stack, screenshot } = desk;
    await page.openAs('divya');
    await board(desk).getByText('No customer has called today.').waitFor();
    await board(desk).getByText('Nobody is on the line.').waitFor();
    await screenshot('empty');

    await fillTheFloor(desk);
    const divya = stack.org.users.list().find(({ username }) => username.startsWith('divya'));
    assert.ok(divya);
    stack.org.store.update('User', [{ id: divya.id, values: { LanguageLocaleKey: 'hi' } }], stack.org.users.admin);
    await page.openAs('divya');
    await tile(desk, 'offered').waitFor();
    await screenshot('hindi');
    assert.deepEqual(englishWords(await board(desk).innerText(), OF_NOBODY), []);
    assert.deepEqual(await cutOffTexts(board(desk)), []);
    await board(desk).locator('[data-id="screen"] button').press('Enter');
    await board(desk).getByRole('dialog').waitFor();
    await screenshot('hindi on the big screen');
    assert.deepEqual(await cutOffTexts(board(desk)), []);

    await page.openAs('asha', '/lightning/n/ConVox_Wallboard');
    await page.page.getByText('The app ConVox Console has no tab ConVox_Wallboard.').waitFor();
    assert.equal(await board(desk).count(), 0);
});
