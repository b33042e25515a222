import type { Locator, Page } from 'playwright-core';

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
