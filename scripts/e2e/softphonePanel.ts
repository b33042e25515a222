import type { Locator, Page } from '@playwright/test';

/** The ConVox softphone in the utility bar, in the words that the agent reads. */
export class SoftphonePanel {
    readonly page: Page;

    constructor(page: Page) {
        this.page = page;
    }

    get root(): Locator {
        return this.page.locator('c-convox-softphone');
    }

    /** The calls that the softphone holds, the shown one and the others. */
    get calls(): Locator {
        return this.root.locator('c-convox-call');
    }

    get card(): Locator {
        return this.root.locator('c-convox-call-card:visible');
    }

    get chooser(): Locator {
        return this.root.locator('c-convox-caller-chooser:visible');
    }

    get outcome(): Locator {
        return this.root.locator('c-convox-command-outcome:visible [data-id="title"]');
    }

    /** All that is said about the last command, a sentence each. */
    async sentencesOfOutcome(): Promise<string[]> {
        return this.root.locator('c-convox-command-outcome:visible p').allInnerTexts();
    }

    get announcement(): Locator {
        return this.root.locator('[data-id="announcement"]');
    }

    /** Words that are shown; what is read out of them stands beside. */
    text(words: string | RegExp): Locator {
        const shown = this.root.locator(':not([data-id="announcement"] *)');
        return this.root.getByText(words).and(shown).locator('visible=true');
    }

    async chooseDisposition(name: string): Promise<void> {
        const picker = this.root.getByRole('combobox', { name: 'Disposition' }).locator('visible=true');
        await picker.fill(name);
        await this.root.getByRole('option', { name }).locator('visible=true').first().click();
    }

    /** Types both, as the user's locale writes them. */
    async promiseFollowUp(date: string, time: string): Promise<void> {
        for (const [name, text] of Object.entries({ date, time })) {
            const field = this.root.locator(`[data-id="${name}"] input:visible`);
            await field.fill(text);
            await field.press('Tab');
        }
    }

    get notes(): Locator {
        return this.root.getByRole('textbox', { name: 'Notes' }).locator('visible=true');
    }

    async writeNotes(notes: string): Promise<void> {
        await this.notes.fill(notes);
    }

    async save(): Promise<void> {
        await this.root.getByRole('button', { name: 'Save and end the call' }).locator('visible=true').click();
    }

    async resend(): Promise<void> {
        await this.root.getByRole('button', { name: 'Send again' }).locator('visible=true').click();
    }
}
