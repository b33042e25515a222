import assert from 'node:assert/strict';
import type { Locator, Page } from '@playwright/test';
import type { Desk } from './desk.ts';
import type { Effort } from './orgSetup.ts';

/** The setup assistant as an administrator sees it. Counts what it takes: presses of buttons and fields that are filled. */
export class SetupPage {
    readonly page: Page;
    readonly effort: Effort = { presses: 0, fields: 0 };

    private constructor(page: Page) {
        this.page = page;
    }

    static async open({ console: { page, origin } }: Pick<Desk, 'console'>): Promise<SetupPage> {
        const path = encodeURIComponent('/lightning/n/ConVox_Setup');
        await page.goto(`${origin}/login?as=admin&retURL=${path}`);
        const setup = new SetupPage(page);
        await setup.root.getByRole('heading', { level: 1 }).waitFor();
        return setup;
    }

    get root(): Locator {
        return this.page.locator('c-convox-setup');
    }

    /** The address of the gateway on the sheet for the ConVox engineer. */
    get gateway(): Locator {
        return this.root.locator('c-convox-hand-over').getByRole('textbox');
    }

    check(id: string): Locator {
        return this.root.locator(`li[data-id="${id}"]`);
    }

    /** Ids of the checks with this answer. */
    async having(answer: 'yes' | 'no' | 'open'): Promise<string[]> {
        return this.attributes(`li[data-answer="${answer}"]`, 'data-id');
    }

    /** Whether each of the last days was red, latest first. */
    async days(): Promise<boolean[]> {
        return (await this.attributes('li[data-day]', 'data-red')).map((isRed) => isRed === 'true');
    }

    /** All at one moment: what is looked at may change meanwhile. */
    private async attributes(selector: string, name: string): Promise<string[]> {
        return this.root
            .locator(selector)
            .evaluateAll(
                (items: readonly { getAttribute: (name: string) => string | null }[], attribute) =>
                    items.map((item) => item.getAttribute(attribute) ?? ''),
                name
            );
    }

    /** Whether something lies whole within the window. */
    async isSeen(selector: string): Promise<boolean> {
        const [place, size] = [await this.root.locator(selector).first().boundingBox(), this.page.viewportSize()];
        return place !== null && size !== null && place.y >= 0 && place.y + place.height <= size.height;
    }

    /** Waits until a check has this answer. */
    async is(id: string, answer: 'yes' | 'no' | 'open'): Promise<void> {
        await this.root.locator(`li[data-id="${id}"][data-answer="${answer}"]`).waitFor();
    }

    async press(name: string | RegExp): Promise<void> {
        this.effort.presses += 1;
        await this.root.getByRole('button', { name }).first().click();
    }

    /** Presses what leads to a page of its own, and returns that page. */
    async follow(name: string): Promise<Page> {
        this.effort.presses += 1;
        const opened = this.page.context().waitForEvent('page');
        await this.root.getByRole('link', { name }).first().click();
        return opened;
    }

    /** Presses what leads to a page of Setup, which the local org does not have. */
    async leavesFor(page: string): Promise<void> {
        this.effort.presses += 1;
        await this.root.locator(`a[href="/lightning/setup/${page}/home"]`).first().waitFor();
    }

    /** Closes the tab of Setup, which shows this one again. */
    async comeBack(): Promise<void> {
        this.effort.presses += 1;
        await this.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    }

    /** Pastes lines into the form that a check offers, and asks to save them. */
    async offer(what: string, lines: readonly string[]): Promise<void> {
        this.effort.fields += 1;
        await this.root.getByRole('textbox', { name: what }).fill(lines.join('\n'));
        await this.press(`Save ${what}`);
    }

    /** As `offer`, of lines that are saved. */
    async enter(what: string, lines: readonly string[]): Promise<void> {
        await this.offer(what, lines);
        await this.root.getByText(`Saved: ${lines.length}`).waitFor();
    }
}

/** The org's user whose name begins so. */
export function userOf(org: Desk['stack']['org'], alias: string) {
    const user = org.users.list().find(({ username }) => username.startsWith(alias));
    assert.ok(user);
    return user;
}
