import assert from 'node:assert/strict';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { eventually } from './expect.ts';
import { PORTS_OF_TWO_SERVERS, ravisDesk } from './ravisDesk.ts';

/** The next flow runs at once; what it answers reaches the page when it is let go. */
async function holdNextAnswer({ console: { page } }: Desk): Promise<() => void> {
    let letGo = (): void => undefined;
    const isLetGo = new Promise<void>((resolve) => {
        letGo = resolve;
    });
    await page.route(
        '**/actions/custom/flow/**',
        async (route) => {
            const response = await route.fetch();
            await isLetGo;
            await route.fulfill({ response });
        },
        { times: 1 }
    );
    return letGo;
}

deskTest(
    'an answer of ConVox that comes late belongs to its call: the next one goes on, and a transfer ends the one that it was for',
    async (desk) => {
        const other = await ravisDesk(desk);
        const { page } = other.console;
        await page.clock.install();
        await page.reload();
        const ravi = new CallStory(other);
        const controls = page.locator('c-convox-agent-controls');
        const button = (name: string) => controls.getByRole('button', { name, exact: true });
        const commands = (): unknown[][] => ravi.commands().map((row) => [row['Type__c'], row['Status__c']]);

        await ravi.answer('knownCaller');
        const answerHold = await holdNextAnswer(other);
        await button('Hold').click();
        await controls.getByText('Asking ConVox: Hold').waitFor();
        await eventually(commands, (sent) => assert.deepEqual(sent, [['Hold', 'Accepted']]));
        await other.agentScreen.hangUp();
        await other.agentScreen.closeCall('RESOLVED');
        await ravi.answer('unknownCaller');
        await controls.getByText('Asking ConVox: Hold').waitFor({ state: 'detached' });
        await button('Mute').click();
        await button('Unmute').waitFor();
        await page.clock.fastForward(20_000);
        answerHold();
        await button('Hold').waitFor();
        await other.screenshot('next call');

        const answerTransfer = await holdNextAnswer(other);
        await controls.locator('lightning-button-menu').getByRole('button', { name: 'Transfer' }).click();
        await controls.getByRole('menuitem', { name: 'Queue SALES_QUEUE', exact: true }).click();
        await eventually(commands, (sent) => assert.deepEqual(sent.at(-1), ['TransferToQueue', 'Accepted']));
        await page.clock.fastForward(15_000);
        await controls.getByText(/Nobody knows whether ConVox has done it/).waitFor();
        answerTransfer();
        await controls.getByText('ConVox accepted').waitFor();
        await button('Transfer').waitFor({ state: 'detached' });
        const save = ravi.phone.root.getByRole('button', { name: 'Save and end the call' });
        await save.locator('visible=true').waitFor({ state: 'detached' });
        assert.deepEqual(
            commands().map(([type]) => type),
            ['Hold', 'Mute', 'TransferToQueue']
        );
        await other.screenshot('transfer accepted late');
        await other.context.close();
    },
    { stack: { ports: PORTS_OF_TWO_SERVERS } }
);
