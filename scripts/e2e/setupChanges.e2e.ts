import assert from 'node:assert/strict';
import { brokenAccessibilityRules } from './accessibility.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual, secondAfter } from './expect.ts';
import { SetupPage } from './setupPage.ts';

/** What each proof of a path shows. */
async function proofs(setup: SetupPage, path: string): Promise<Record<string, string>> {
    const shown: [string, string][] = await setup.root
        .locator(`[data-path="${path}"] [data-proof]`)
        .evaluateAll((items: readonly { getAttribute: (name: string) => string | null }[]) =>
            items.map((item) => [item.getAttribute('data-proof') ?? '', item.getAttribute('data-shown') ?? ''])
        );
    return Object.fromEntries<string>(shown);
}

const path = (setup: SetupPage, id: string) => setup.root.locator(`[data-path="${id}"]`);

const begin = (setup: SetupPage, id: string): Promise<void> =>
    path(setup, id).getByRole('button', { name: 'Begin' }).click();

const rowsOf = ({ stack }: Desk, object: string) => stack.org.store.find({ object });

deskTest('a leaver is done step by step, from a begin that every administrator sees', async (desk) => {
    const { store, users } = desk.stack.org;
    const asha = rowsOf(desk, 'ConVox_Agent__c').find((row) => row['Agent_Code__c'] === 'AG_ASHA');
    assert.ok(asha);
    const userId = String(asha['User__c']);
    const promise = { State__c: 'Open', OwnerId: userId, Agent__c: userId, Due_At__c: later() };
    const [promised] = store.create('ConVox_Follow_Up__c', [promise], users.admin);
    assert.ok(promised?.success);
    let setup = await SetupPage.open(desk);
    await setup.is('rights', 'yes');
    await path(setup, 'leaver').locator('summary').click();
    assert.deepEqual(Object.values(await proofs(setup, 'leaver')), ['notBegun', 'notBegun', 'notBegun']);
    assert.ok(await path(setup, 'leaver').getByRole('button', { name: 'Begin' }).isDisabled());
    await setup.root.getByRole('combobox', { name: 'Who leaves' }).click();
    await setup.root.getByRole('option', { name: /AG_ASHA/ }).click();
    await begin(setup, 'leaver');
    await path(setup, 'leaver').getByText('AG_ASHA').first().waitFor();
    await path(setup, 'leaver').scrollIntoViewIfNeeded();
    await desk.screenshot('leaver begun');
    assert.deepEqual(await brokenAccessibilityRules(path(setup, 'leaver')), []);

    setup = await SetupPage.open(desk);
    await path(setup, 'leaver').getByText('under way').waitFor();
    await path(setup, 'leaver').locator('summary').click();
    await eventuallyEqual(() => proofs(setup, 'leaver'), { agentOff: 'open', noRights: 'open', noPromises: 'open' });
    store.update(
        'ConVox_Follow_Up__c',
        [{ id: promised.id, values: { OwnerId: users.admin.id, Agent__c: users.admin.id } }],
        users.admin
    );
    store.update('ConVox_Agent__c', [{ id: String(asha['Id']), values: { Is_Active__c: false } }], users.admin);
    store.update('User', [{ id: userId, values: { IsActive: false } }], users.admin);
    await setup.press('Check again');
    await eventuallyEqual(() => proofs(setup, 'leaver'), { agentOff: 'yes', noRights: 'yes', noPromises: 'yes' });
    await path(setup, 'leaver').scrollIntoViewIfNeeded();
    await desk.screenshot('leaver done');
    await path(setup, 'leaver').getByRole('button', { name: 'Done' }).click();
    await path(setup, 'leaver').getByRole('button', { name: 'Begin' }).waitFor();
    await eventuallyEqual(
        () =>
            Promise.resolve(rowsOf(desk, 'ConVox_Health__c').filter(({ Colour__c }) => Colour__c === 'Change').length),
        0
    );
});

deskTest('only a process and a call after the begin count, and a change is taken back', async (desk) => {
    const { store, users } = desk.stack.org;
    const setup = await SetupPage.open(desk);
    await setup.is('processes', 'yes');
    await path(setup, 'process').locator('summary').click();
    await begin(setup, 'process');
    await eventuallyEqual(() => proofs(setup, 'process'), {
        entered: 'open',
        itsDispositions: 'open',
        itsCall: 'open'
    });
    await secondAfter(
        rowsOf(desk, 'ConVox_Health__c').find(({ Colour__c }) => Colour__c === 'Change')?.['CreatedDate']
    );
    await setup.press('Enter processes');
    await setup.enter('Processes', ['NIGHT, Night desk']);
    await setup.press('Enter dispositions');
    await setup.enter('Dispositions', ['SALE, Sale made, NIGHT']);
    await eventuallyEqual(() => proofs(setup, 'process'), { entered: 'yes', itsDispositions: 'yes', itsCall: 'open' });
    const call = { Call_Reference__c: 'REF-NIGHT', Process_Name__c: 'NIGHT', Status_Received_At__c: later() };
    store.create('ConVox_Call__c', [call], users.admin);
    await setup.press('Check again');
    await eventuallyEqual(() => proofs(setup, 'process'), { entered: 'yes', itsDispositions: 'yes', itsCall: 'yes' });
    await path(setup, 'key').locator('summary').click();
    await begin(setup, 'key');
    await path(setup, 'key').getByRole('button', { name: 'Cancel' }).waitFor();
    await eventuallyEqual(() => proofs(setup, 'key'), {
        started: 'open',
        gateway: 'open',
        oneKey: 'open',
        commandSince: 'open'
    });
    await path(setup, 'key').scrollIntoViewIfNeeded();
    await desk.screenshot('process and key');
    await path(setup, 'key').getByRole('button', { name: 'Cancel' }).click();
    await path(setup, 'key').getByRole('button', { name: 'Begin' }).waitFor();
    assert.deepEqual(new Set(Object.values(await proofs(setup, 'key'))), new Set(['notBegun']));
});

/** The org keeps whole seconds. */
function later(): string {
    return new Date(Date.now() + 2000).toISOString();
}
