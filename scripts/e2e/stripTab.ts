import assert from 'node:assert/strict';
import { z } from 'zod';
import type { DevTools } from './devTools.ts';
import { eventually, eventuallyEqual } from './expect.ts';

const Evaluated = z.object({
    result: z.object({ value: z.unknown().optional() }),
    exceptionDetails: z.unknown().optional()
});
const Texts = z.array(z.string());

/** What every look at a page begins with: elements in it and in the shadows of its components. */
const PRELUDE = `
    const all = (selector, root = document) =>
        [...root.querySelectorAll('*')].flatMap((element) => [
            ...(element.matches(selector) ? [element] : []),
            ...(element.shadowRoot ? all(selector, element.shadowRoot) : [])
        ]);
    const shown = (selector, text) =>
        all(selector).filter((element) => element.checkVisibility() && element.innerText.includes(text));
`;

export interface TabIds {
    readonly targetId: string;
    readonly sessionId: string;
    readonly isOpenedByPage: boolean;
}

/** A tab of a browser, in which nothing is emulated. */
export class StripTab {
    readonly targetId: string;
    readonly isOpenedByPage: boolean;
    readonly #sessionId: string;
    readonly #devTools: DevTools;
    #isOpen = true;

    constructor(devTools: DevTools, { targetId, sessionId, isOpenedByPage }: TabIds) {
        this.#devTools = devTools;
        this.targetId = targetId;
        this.#sessionId = sessionId;
        this.isOpenedByPage = isOpenedByPage;
    }

    get isOpen(): boolean {
        return this.#isOpen;
    }

    forget(): void {
        this.#isOpen = false;
    }

    /** @param script what runs in every page of the tab before anything else */
    async load(url: string, script: string): Promise<void> {
        await this.#devTools.send('Page.enable', {}, this.#sessionId);
        await this.#devTools.send('Page.addScriptToEvaluateOnNewDocument', { source: script }, this.#sessionId);
        await this.#devTools.send('Page.navigate', { url }, this.#sessionId);
    }

    /** The value of a script's last expression, run as if the user had pressed something. */
    async evaluate(script: string): Promise<unknown> {
        const { result, exceptionDetails } = Evaluated.parse(
            await this.#devTools.send(
                'Runtime.evaluate',
                {
                    expression: `{ ${PRELUDE} ${script} }`,
                    awaitPromise: true,
                    returnByValue: true,
                    userGesture: true
                },
                this.#sessionId
            )
        );
        assert.equal(exceptionDetails, undefined, JSON.stringify(exceptionDetails));
        return result.value;
    }

    /** Reloads the page as its user does; while it goes it answers nothing but an error. */
    async reload(): Promise<void> {
        await this.evaluate('window.isOld = true; setTimeout(() => location.reload())');
        const stateOf = (): Promise<unknown> => this.evaluate('window.isOld ?? document.readyState');
        await eventuallyEqual(() => stateOf().catch(() => 'loading'), 'complete');
    }

    /** `visible` or `hidden`, as the page sees itself. */
    async visibility(): Promise<unknown> {
        return this.evaluate('document.visibilityState');
    }

    /** The texts of the elements that are shown; none of a page that is just loading. */
    async texts(selector: string): Promise<string[]> {
        try {
            return Texts.parse(
                await this.evaluate(`shown(${JSON.stringify(selector)}, '').map(({ innerText }) => innerText)`)
            );
        } catch {
            return [];
        }
    }

    /** Waits until an element is shown whose text has the words. */
    async see(selector: string, words: string): Promise<void> {
        await eventually(
            () => this.texts(selector),
            (texts) =>
                assert.ok(
                    texts.some((text) => text.includes(words)),
                    `${selector} with "${words}" in ${JSON.stringify(texts)}`
                )
        );
    }

    async press(selector: string, words = ''): Promise<void> {
        await this.see(selector, words);
        await this.evaluate(`shown(${JSON.stringify(selector)}, ${JSON.stringify(words)})[0].click()`);
    }

    /** Types into a field, as a keyboard does: in the page that is in front, and before anything else moves the cursor. */
    async type(selector: string, text: string): Promise<void> {
        await this.see(selector, '');
        await eventuallyEqual(() => this.visibility(), 'visible');
        const [field, words] = [JSON.stringify(selector), JSON.stringify(text)];
        await this.evaluate(`shown(${field}, '')[0].focus(); document.execCommand('insertText', false, ${words})`);
        assert.equal(await this.valueOf(selector), text);
    }

    async valueOf(selector: string): Promise<unknown> {
        return this.evaluate(`shown(${JSON.stringify(selector)}, '')[0]?.value`);
    }
}
