import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import { secondServer } from '../start/secondServer.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { eventually } from './expect.ts';
import { PORTS_OF_TWO_SERVERS, ravisDesk } from './ravisDesk.ts';

const controlsOf = ({ console: page }: Desk): Locator => page.page.locator('c-convox-agent-controls');

/** What the simulated server knows of the agent. */
const atConvox = ({ stack }: Desk) => stack.convox.switchboard.line(secondServer.agentCode)?.agent;

async function press(desk: Desk, name: string): Promise<void> {
    await controlsOf(desk).getByRole('button', { name, exact: true }).click();
}

async function choose(desk: Desk, menu: string, item: string): Promise<void> {
    await controlsOf(desk).locator('lightning-button-menu').getByRole('button', { name: menu }).click();
    await controlsOf(desk).getByRole('menuitem', { name: item, exact: true }).click();
}

async function convoxHas(desk: Desk, expected: Readonly<Record<string, unknown>>): Promise<void> {
    await eventually(
        () => atConvox(desk),
        (agent) => {
            const known = new Map<string, unknown>(Object.entries(agent ?? {}));
            assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, known.get(key)])), expected);
        }
    );
}

deskTest(
    'at a server that takes it, an agent goes on a break, holds a call and hands it on; at one of the sheet nothing is offered',
    async (desk) => {
        const other = await ravisDesk(desk);
        const ravi = new CallStory(other);
        await other.agentScreen.page.getByRole('button', { name: 'Log in' }).click();
        await other.console.utilityBar.getByRole('button', { name: 'ConVox', exact: true }).click();
        await controlsOf(other).getByRole('button', { name: 'Ready' }).waitFor();
        await other.screenshot('between calls');
        await choose(other, 'Break', 'Tea');
        await controlsOf(other).getByText('ConVox accepted').waitFor();
        await controlsOf(other)
            .getByText(/^Last heard: Break · Tea,/)
            .waitFor();
        assert.deepEqual(await brokenAccessibilityRules(other.console.softphone), []);
        assert.deepEqual(await cutOffTexts(other.console.softphone), []);
        await convoxHas(other, { state: 'BREAK', breakName: 'Tea' });
        await other.screenshot('on a break');
        await press(other, 'Ready');
        await convoxHas(other, { state: 'IDLE' });

        await ravi.answer('knownCaller');
        await controlsOf(other).getByRole('button', { name: 'Hold' }).press('Enter');
        await convoxHas(other, { state: 'ONCALL', during: { hold: true } });
        await controlsOf(other).getByRole('button', { name: 'Resume' }).waitFor();
        await controlsOf(other)
            .getByRole('button', { name: 'Resume' })
            .and(controlsOf(other).locator(':focus'))
            .waitFor();
        await other.console.page.reload();
        await press(other, 'Resume');
        await convoxHas(other, { during: { hold: false } });
        await other.screenshot('on a call');
        await choose(other, 'Transfer', 'Queue SALES_QUEUE');
        await convoxHas(other, { state: 'IDLE' });
        await ravi.onlyCallIs({
            Disposition__c: 'TRANSFERRED',
            Status__c: 'Disposed',
            Agent_Code__c: 'austin:AG_ASHA'
        });
        assert.deepEqual(
            ravi.commands().map((command) => [command['Type__c'], command['Status__c'], command['Target__c']]),
            [
                ['Break', 'Accepted', 'Tea'],
                ['Ready', 'Accepted', null],
                ['Hold', 'Accepted', null],
                ['Resume', 'Accepted', null],
                ['TransferToQueue', 'Accepted', 'SALES_QUEUE']
            ]
        );
        await ravi.phone.root.getByRole('button', { name: 'Save and end the call' }).waitFor({ state: 'detached' });
        await ravi.phone.root.locator('[data-id="done"] button:focus').waitFor();
        await other.screenshot('handed on');

        const asha = new CallStory(desk);
        await asha.startShift();
        await asha.answer('knownCaller');
        await asha.phone.card.waitFor();
        assert.equal(await controlsOf(desk).getByRole('button').count(), 0);
        await other.context.close();
    },
    { stack: { ports: PORTS_OF_TWO_SERVERS } }
);

deskTest(
    'what ConVox refuses, or may have lost, says so and what to do, and is asked for once',
    async (desk) => {
        const other = await ravisDesk(desk);
        const ravi = new CallStory(other);
        await ravi.answer('holdRefused');
        await press(other, 'Hold');
        await controlsOf(other)
            .getByText(/not switched this on for your company/)
            .waitFor();
        await other.screenshot('refused');
        assert.equal((await ravi.wireHas('agent', 1)).length, 1);
        await ravi.phone.chooseDisposition('Resolved');
        await ravi.phone.save();
        await convoxHas(other, { state: 'IDLE' });

        await ravi.answer('holdLost');
        await press(other, 'Mute');
        await controlsOf(other)
            .getByText(/Nobody knows whether ConVox has done it/)
            .waitFor();
        await ravi.wireHas('agent', 2);
        await other.context.close();
    },
    { stack: { ports: PORTS_OF_TWO_SERVERS } }
);
