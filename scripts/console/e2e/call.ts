import type { Locator, Page } from 'playwright-core';
import type { Desk } from './desk.ts';
import { eventuallyEqual } from './expect.ts';

/** What ConVox calls this call. */
export interface CallIdentity {
    readonly reference: string;
    readonly convoxId: string;
    readonly number: string;
}

/** The call's card in the phone, in the words that the agent reads. */
export class CallCard {
    readonly phone: Locator;

    constructor(desk: Desk) {
        this.phone = desk.console.softphone;
    }

    get heading(): Locator {
        return this.phone.locator('[data-id="heading"]');
    }

    get chooser(): Locator {
        return this.phone.locator('c-convox-caller-chooser');
    }

    /** What came of the command that closes the call. */
    get outcome(): Locator {
        return this.phone.locator('c-convox-command-outcome');
    }

    async chooseDisposition(label: string): Promise<void> {
        await this.phone.getByRole('combobox', { name: 'Disposition' }).first().click();
        await this.phone.getByRole('option', { name: label }).click();
    }

    async save(): Promise<void> {
        await this.phone.locator('lightning-button[data-id="save"] button').click();
    }
}

/** The call that ConVox has on the agent's line. */
export async function callOnTheLine({ agentScreen }: Desk): Promise<CallIdentity> {
    return {
        reference: await agentScreen.callFact('reference'),
        convoxId: await agentScreen.callFact('convoxId'),
        number: await agentScreen.callFact('number')
    };
}

/**
 * Opens the console and the agent's screen, plays a scenario and answers the call. Resolves when the phone shows the
 * call and the tab of the screen pop has closed itself.
 */
export async function takeCall(desk: Desk, scenario: string): Promise<CallIdentity> {
    await desk.console.open();
    await desk.agentScreen.open();
    await desk.agentScreen.startScenario(scenario);
    await desk.agentScreen.waitForState('RINGING');
    const pop = await desk.agentScreen.answerAndFollowPop();
    const identity = await callOnTheLine(desk);
    await closed(pop);
    await desk.console.phonePanel.waitFor({ state: 'visible' });
    return identity;
}

async function closed(pop: Page): Promise<void> {
    await eventuallyEqual(() => pop.isClosed(), true);
}
