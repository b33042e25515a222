import type { Locator, Page } from '@playwright/test';

/** An agent's screen at the ConVox server: where calls ring and are answered. */
export class AgentScreenPage {
    readonly page: Page;
    readonly origin: string;

    constructor(page: Page, origin: string) {
        this.page = page;
        this.origin = origin;
    }

    async open(agentCode = 'AG_ASHA'): Promise<void> {
        await this.page.goto(`${this.origin}/agent/${agentCode}`);
        await this.page.locator('#state:not([data-state=""])').waitFor();
    }

    /** READY, RINGING, ONCALL, WRAPUP and the like. */
    get state(): Locator {
        return this.page.locator('#state');
    }

    async waitForState(state: string): Promise<void> {
        await this.page.locator(`#state[data-state="${state}"]`).waitFor();
    }

    async startScenario(name: string): Promise<void> {
        await this.page.locator(`[data-scenario="${name}"]`).click();
    }

    /** Answers, and resolves to the browser tab that the screen pop opened. */
    async answerAndFollowPop(): Promise<Page> {
        const [pop] = await Promise.all([this.page.waitForEvent('popup'), this.answer()]);
        return pop;
    }

    async answer(): Promise<void> {
        await this.page.getByRole('button', { name: 'Answer', exact: true }).click();
    }

    async hangUp(): Promise<void> {
        await this.page.getByRole('button', { name: 'Hang up', exact: true }).click();
    }

    /** Ends the call in ConVox itself, as agents do when their CRM cannot. */
    async closeCall(disposition: string): Promise<void> {
        await this.page.getByLabel('Disposition').selectOption(disposition);
        await this.page.getByRole('button', { name: 'Close call' }).click();
    }

    /** A fact about the call on the screen: number, reference, convoxId, process. */
    async callFact(name: string): Promise<string> {
        return (await this.page.locator(`[data-fact="${name}"]`).textContent()) ?? '';
    }
}
