import type { Page } from '@playwright/test';
import { atWork } from './agentAtWork.ts';
import { deskTest } from './desk.ts';

const ACCOUNTS = '/lightning/o/Account/list';

/** Something stands on the page that takes the cursor and stays. */
async function focusOn(page: Page, html: string): Promise<void> {
    await page.evaluate(`document.body.insertAdjacentHTML('afterbegin', '${html}')`);
    await page.locator('#before').focus();
}

async function scroll(page: Page): Promise<void> {
    await page.locator('h1').first().click();
    await page.keyboard.press('Space');
}

async function pressAButton(page: Page): Promise<void> {
    await focusOn(page, '<button id="before">Refresh</button>');
    await page.keyboard.press('Enter');
}

async function pauseInAField(page: Page): Promise<void> {
    await focusOn(page, '<input id="before">');
    await page.keyboard.type('Bo');
    await page.clock.fastForward(5000);
}

const ROWS: readonly [what: string, does: (page: Page) => Promise<void>][] = [
    ['scrolled the page with Space', scroll],
    ['pressed a button with Enter', pressAButton],
    ['wrote in a field, five seconds ago', pauseInAField]
];

for (const [what, does] of ROWS) {
    deskTest(`a call takes the cursor and shows its record to an agent who ${what}`, async (desk) => {
        const { story, page } = await atWork(desk);
        await desk.console.open(ACCOUNTS);
        await does(page);
        await desk.agentScreen.startScenario('knownCaller');
        await desk.agentScreen.waitForState('RINGING');
        // The agent answers on the telephone: no click takes the cursor to another page.
        await desk.agentScreen.answer();
        await story.phone.root.locator('[role="combobox"]:focus').waitFor();
        await desk.console.recordName.getByText('Priya Nair').waitFor();
    });
}
