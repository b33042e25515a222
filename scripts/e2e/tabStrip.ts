import assert from 'node:assert/strict';
import { z } from 'zod';
import { findBrowser } from './browser/findBrowser.ts';
import { DevTools } from './devTools.ts';
import { eventually } from './expect.ts';
import { StripTab } from './stripTab.ts';

const Target = z.object({
    targetInfo: z.object({ targetId: z.string(), type: z.string(), openerId: z.string().optional() })
});
const Destroyed = z.object({ targetId: z.string() });
const Attached = z.object({ sessionId: z.string() });
const Created = z.object({ targetId: z.string() });
const Window = z.object({ windowId: z.number() });

/** Tabs that cover each other, the last one in front. */
type Strip = string[];

/**
 * A browser whose tabs cover each other as an agent's do: nothing tells a page that it is in front. A headless shell has
 * windows and no tabs; there a covered tab is a window that is put away, which its page cannot tell from a covered one.
 */
export class TabStrip {
    readonly #devTools: DevTools;
    readonly #hasTabs: boolean;
    readonly #strips: Strip[] = [];
    readonly #tabs = new Map<string, StripTab>();
    /** What is being moved, one thing after the other. */
    #moves: Promise<unknown> = Promise.resolve();
    /** Errors that pages did not catch. */
    readonly problems: string[] = [];

    private constructor(devTools: DevTools, hasTabs: boolean) {
        this.#devTools = devTools;
        this.#hasTabs = hasTabs;
    }

    static async start(): Promise<TabStrip> {
        const { executable, isHeadlessShell } = await findBrowser();
        const devTools = await DevTools.start(executable);
        const strip = new TabStrip(devTools, !isHeadlessShell);
        devTools.listen((event) => strip.#hear(event));
        await devTools.send('Target.setDiscoverTargets', { discover: true });
        return strip;
    }

    /**
     * Opens a tab in front of the others of the last window, or in a window of its own.
     * @param script what runs in its pages before anything else
     */
    async open(url: string, { isWindow = false, script = '' } = {}): Promise<StripTab> {
        const { targetId } = Created.parse(
            await this.#devTools.send('Target.createTarget', { url: 'about:blank', newWindow: isWindow })
        );
        const last = this.#strips.at(-1);
        if (isWindow || last === undefined) {
            this.#strips.push([targetId]);
        } else {
            last.push(targetId);
        }
        await this.#arrange();
        const tab = await this.#attach(targetId);
        await tab.load(url, script);
        return tab;
    }

    /** What the user answers when a page asks whether it may show notifications. */
    async allowNotifications(url: string): Promise<void> {
        const { origin } = new URL(url);
        await this.#devTools.send('Browser.grantPermissions', { permissions: ['notifications'], origin });
    }

    /** Brings a tab to the front of its window. */
    async lookAt({ targetId }: StripTab): Promise<void> {
        const strip = this.#strips.find((tabs) => tabs.includes(targetId)) ?? [];
        strip.push(...strip.splice(strip.indexOf(targetId), 1));
        await this.#arrange();
    }

    /** The tab that was opened last of those that pages opened, once there are so many. */
    async opened(count: number): Promise<StripTab> {
        const tabs = await eventually(
            () => [...this.#tabs.values()].filter(({ isOpenedByPage }) => isOpenedByPage),
            (opened) => assert.equal(opened.length, count, 'tabs that pages opened')
        );
        const tab = tabs.at(-1);
        assert.ok(tab);
        return tab;
    }

    async closeTab({ targetId }: StripTab): Promise<void> {
        await this.#devTools.send('Target.closeTarget', { targetId });
    }

    async close(): Promise<void> {
        await this.#devTools.close();
    }

    #hear({ method, params, sessionId }: { method: string; params: unknown; sessionId: string }): void {
        if (method === 'Target.targetCreated') {
            this.#meet(Target.parse(params).targetInfo);
        } else if (method === 'Target.targetDestroyed') {
            this.#forget(Destroyed.parse(params).targetId);
        } else if (method === 'Runtime.exceptionThrown') {
            this.problems.push(`${sessionId}: ${JSON.stringify(params)}`);
        }
    }

    /** A tab that a page opened comes to the front of that page's window. */
    #meet({ targetId, type, openerId }: z.infer<typeof Target>['targetInfo']): void {
        const strip = this.#strips.find((tabs) => openerId !== undefined && tabs.includes(openerId));
        if (type === 'page' && strip) {
            strip.push(targetId);
            void this.#arrange().then(() => this.#attach(targetId, true));
        }
    }

    #forget(targetId: string): void {
        this.#tabs.get(targetId)?.forget();
        const strip = this.#strips.find((tabs) => tabs.includes(targetId));
        strip?.splice(strip.indexOf(targetId), 1);
        void this.#arrange();
    }

    async #attach(targetId: string, isOpenedByPage = false): Promise<StripTab> {
        const { sessionId } = Attached.parse(
            await this.#devTools.send('Target.attachToTarget', { targetId, flatten: true })
        );
        await this.#devTools.send('Runtime.enable', {}, sessionId);
        const tab = new StripTab(this.#devTools, { targetId, sessionId, isOpenedByPage });
        this.#tabs.set(targetId, tab);
        return tab;
    }

    #arrange(): Promise<unknown> {
        this.#moves = this.#moves.then(() => this.#bringFrontTabsToFront()).catch(() => undefined);
        return this.#moves;
    }

    async #bringFrontTabsToFront(): Promise<void> {
        for (const strip of this.#strips) {
            for (const targetId of strip) {
                const isFront = targetId === strip.at(-1);
                if (!this.#hasTabs) {
                    await this.#putWindow(targetId, isFront ? 'normal' : 'minimized');
                } else if (isFront) {
                    await this.#devTools.send('Target.activateTarget', { targetId });
                }
            }
        }
    }

    async #putWindow(targetId: string, windowState: 'normal' | 'minimized'): Promise<void> {
        const { windowId } = Window.parse(await this.#devTools.send('Browser.getWindowForTarget', { targetId }));
        await this.#devTools.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
    }
}
