import type { Locator, Page } from '@playwright/test';

/** Of a box on the page, in pixels from the top of the window. */
interface Edges {
    readonly top: number;
    readonly bottom: number;
}

export async function edgesOf(element: Locator): Promise<Edges> {
    const box = await element.boundingBox();
    return box ? { top: box.y, bottom: box.y + box.height } : { top: NaN, bottom: NaN };
}

/** The agent's Lightning console in a browser tab, in the words of the people who use it. */
export class ConsolePage {
    readonly page: Page;
    readonly origin: string;

    constructor(page: Page, origin: string) {
        this.page = page;
        this.origin = origin;
    }

    /** Opens a page of the console and waits until its utilities are there. */
    async open(path = '/'): Promise<void> {
        await this.page.goto(this.origin + path);
        await this.utilityBar.getByRole('button').first().waitFor();
    }

    /** Signs in as another user, by the part of the username before the @, and opens a page. */
    async openAs(username: string, path = '/'): Promise<void> {
        await this.page.goto(
            `${this.origin}/login?as=${encodeURIComponent(username)}&retURL=${encodeURIComponent(path)}`
        );
        await this.utilityBar.getByRole('button').first().waitFor();
    }

    get utilityBar(): Locator {
        return this.page.getByRole('contentinfo', { name: 'Utility Bar' });
    }

    /** The panel of the phone, open or not. */
    get softphone(): Locator {
        return this.page.locator('c-convox-softphone');
    }

    get phonePanel(): Locator {
        return this.page.locator('.slds-utility-panel').filter({ has: this.page.locator('c-convox-softphone') });
    }

    /**
     * What of the open phone cannot be seen or reached: nothing of its frame may lie outside the window or under the bar,
     * and its last button has to come up when the panel is scrolled, without moving the page.
     */
    async hiddenPartsOfPhone(): Promise<string[]> {
        const window = { top: 0, bottom: this.page.viewportSize()?.height ?? 0 };
        const bar = await edgesOf(this.utilityBar);
        const panel = await edgesOf(this.phonePanel);
        const minimize = await edgesOf(this.phonePanel.getByRole('button', { name: 'Minimize' }));
        const lastButton = this.phonePanel.locator('button:visible').last();
        await lastButton.scrollIntoViewIfNeeded();
        const parts: [string, Edges, Edges][] = [
            ['the bar', bar, window],
            ['the panel', panel, { top: 0, bottom: bar.top }],
            ['Minimize', minimize, panel],
            ['the last button', await edgesOf(lastButton), panel],
            ['the bar, once the panel was scrolled', await edgesOf(this.utilityBar), window]
        ];
        return parts.flatMap(([name, part, frame]) =>
            part.top >= frame.top && part.bottom <= frame.bottom ? [] : [name]
        );
    }

    /** The page that the user looks at. */
    get shownPage(): Locator {
        return this.page.locator('.console-page:not(.slds-hide)');
    }

    /** The name in the head of the shown record page. */
    get recordName(): Locator {
        return this.shownPage.locator('.console-highlights .slds-page-header__title');
    }

    get workspaceTabs(): Locator {
        return this.page.getByRole('list', { name: 'Workspace tabs' }).getByRole('link');
    }

    tab(title: string | RegExp): Locator {
        return this.workspaceTabs.filter({ hasText: title });
    }

    toast(text: string | RegExp): Locator {
        return this.page.locator('.slds-notify_toast').filter({ hasText: text });
    }

    /** A value on the shown record page, by the field's API name. */
    field(apiName: string): Locator {
        return this.shownPage.locator(`.console-field[data-field="${apiName}"] dd`);
    }

    /** An input of the shown form, by the field's API name. */
    input(apiName: string): Locator {
        return this.shownPage.locator(`console-input-field[data-field="${apiName}"] input`);
    }

    async chooseNavigationItem(label: string): Promise<void> {
        await this.page.getByRole('button', { name: 'Show Navigation Menu' }).click();
        await this.page.getByRole('menuitem', { name: label, exact: true }).click();
    }
}
