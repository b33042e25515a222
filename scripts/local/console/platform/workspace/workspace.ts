import { fromUrl, pageKey, toUrl } from '../navigation/pageReference.ts';
import type { PageReference } from '../navigation/pageReference.ts';
import type { Stop } from '../wires/wireAdapter.ts';

/** One page that is open in the console. A subtab has a parent; the navigation item's page is no tab. */
export interface WorkspaceTab {
    readonly id: string;
    readonly parentId?: string;
    readonly pageReference: PageReference;
    readonly title: string;
    /** A title that a component set, which the page's own title no longer replaces. */
    readonly customTitle?: string;
    /** `category:name`. */
    readonly icon?: string;
    readonly closable: boolean;
    readonly highlighted: boolean;
    /** Grows when the page is to be drawn anew. */
    readonly refreshed: number;
}

export interface OpenOptions {
    /** On by default. */
    readonly focus?: boolean;
    readonly label?: string;
    readonly icon?: string;
    readonly parentId?: string;
}

/** Where the navigation item that is chosen in the menu is shown. */
export const NAVIGATION_TAB = 'navigation';

export interface WorkspaceState {
    readonly tabs: readonly WorkspaceTab[];
    readonly focusedId: string;
}

/** What the workspace does to the browser's address; a test gives its own. */
export interface AddressBar {
    show(url: string, replace: boolean): void;
}

/** The same page named again, perhaps with less said about it: what was known stays known. */
function joined(known: PageReference, named: PageReference): PageReference {
    return { ...named, attributes: { ...known.attributes, ...named.attributes } };
}

/** The open tabs of the console, their order, and which one the user looks at. */
export class Workspace {
    #state: WorkspaceState;
    #listeners = new Set<(state: WorkspaceState) => void>();
    #address: AddressBar;
    #count = 0;

    constructor(home: PageReference, address: AddressBar) {
        this.#address = address;
        this.#state = { tabs: [this.#tab(NAVIGATION_TAB, home, {})], focusedId: NAVIGATION_TAB };
    }

    get state(): WorkspaceState {
        return this.#state;
    }

    get focused(): WorkspaceTab {
        return this.find(this.#state.focusedId);
    }

    /** Throws when no such tab is open. */
    find(id: string): WorkspaceTab {
        const tab = this.#state.tabs.find((one) => one.id === id);
        if (!tab) {
            throw new Error(`There is no tab ${id}`);
        }
        return tab;
    }

    listen(listener: (state: WorkspaceState) => void): Stop {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    /** Opens a page in a tab of its own, or brings the tab that shows it already to the front. */
    open(pageReference: PageReference, options: OpenOptions = {}): WorkspaceTab {
        const key = pageKey(pageReference);
        const known = this.#state.tabs.find((tab) => tab.id !== NAVIGATION_TAB && pageKey(tab.pageReference) === key);
        const tab = known
            ? { ...known, pageReference: joined(known.pageReference, pageReference) }
            : this.#tab(`tab${++this.#count}`, pageReference, options);
        this.#change(
            known ? this.#state.tabs.map((one) => (one.id === tab.id ? tab : one)) : [...this.#state.tabs, tab],
            options.focus === false ? this.#state.focusedId : tab.id
        );
        return tab;
    }

    /** Shows a navigation item's page in its place and looks at it. */
    openNavigationItem(pageReference: PageReference): void {
        const tab = this.#tab(NAVIGATION_TAB, pageReference, {});
        this.#change([tab, ...this.#state.tabs.slice(1)], NAVIGATION_TAB);
    }

    focus(id: string): void {
        this.#change(this.#state.tabs, this.find(id).id);
    }

    /** Closes a tab with its subtabs, and looks at the parent or the tab beside it. False when it may not be closed. */
    close(id: string): boolean {
        const tab = this.find(id);
        if (!tab.closable) {
            return false;
        }
        const index = this.#state.tabs.indexOf(tab);
        const gone = new Set([id, ...this.subtabsOf(id).map((subtab) => subtab.id)]);
        const left = this.#state.tabs.filter((one) => !gone.has(one.id));
        const beside = tab.parentId ?? left[Math.min(index, left.length) - 1]?.id ?? NAVIGATION_TAB;
        this.#change(left, gone.has(this.#state.focusedId) ? beside : this.#state.focusedId);
        return true;
    }

    subtabsOf(id: string): WorkspaceTab[] {
        return this.#state.tabs.filter(({ parentId }) => parentId === id);
    }

    update(id: string, change: Partial<Omit<WorkspaceTab, 'id'>>): WorkspaceTab {
        const tab = { ...this.find(id), ...change };
        this.#change(
            this.#state.tabs.map((one) => (one.id === id ? tab : one)),
            this.#state.focusedId
        );
        return tab;
    }

    /** The page at an address, put where it belongs; false when the address is no page of the console. */
    openUrl(url: string, isNavigationItem: (page: PageReference) => boolean): boolean {
        const page = fromUrl(url);
        if (!page) {
            return false;
        }
        if (isNavigationItem(page)) {
            this.openNavigationItem(page);
        } else {
            this.open(page);
        }
        return true;
    }

    #tab(id: string, pageReference: PageReference, { label, icon, parentId }: OpenOptions): WorkspaceTab {
        return {
            id,
            pageReference,
            title: '',
            closable: id !== NAVIGATION_TAB,
            highlighted: false,
            refreshed: 0,
            ...(label !== undefined && { customTitle: label }),
            ...(icon !== undefined && { icon }),
            ...(parentId !== undefined && { parentId })
        };
    }

    #change(tabs: readonly WorkspaceTab[], focusedId: string): void {
        const before = toUrl(this.focused.pageReference);
        this.#state = { tabs, focusedId };
        const now = toUrl(this.focused.pageReference);
        if (now !== before) {
            this.#address.show(now, false);
        }
        for (const listener of [...this.#listeners]) {
            listener(this.#state);
        }
    }
}
