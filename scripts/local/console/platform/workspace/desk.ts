import type { PageReference } from '../navigation/pageReference.ts';
import { toUrl } from '../navigation/pageReference.ts';
import { contextWire } from '../wires/contextWire.ts';
import { composition } from '../session.ts';
import { Workspace } from './workspace.ts';

/** Whether a page belongs to the navigation menu's place instead of a tab of its own. */
function isNavigationItem({ type, attributes }: PageReference): boolean {
    if (type === 'standard__objectPage') {
        return attributes['actionName'] !== 'new';
    }
    return type === 'standard__navItemPage' || type === 'standard__namedPage';
}

/** The page of the app's first navigation item. */
function homePage(): PageReference {
    const [first] = composition.app.navigation;
    return first?.objectApiName
        ? {
              type: 'standard__objectPage',
              attributes: { objectApiName: first.objectApiName, actionName: 'list' },
              state: {}
          }
        : { type: 'standard__navItemPage', attributes: { apiName: first?.tab ?? 'home' }, state: {} };
}

/** The tabs of this page. */
export const desk = new Workspace(homePage(), {
    show(url, replace) {
        history[replace ? 'replaceState' : 'pushState'](null, '', url);
    }
});

/** Puts the page of the browser's address in front, at the start and when the user goes back. */
function followAddress(): void {
    const shown = location.pathname + location.search;
    if (!desk.openUrl(shown, isNavigationItem)) {
        history.replaceState(null, '', toUrl(desk.focused.pageReference));
    }
}

addEventListener('popstate', followAddress);
followAddress();

export interface PageScope {
    readonly tabId: string | null;
    /** Whether the user sees the page; a utility item is always seen. */
    isActive(): boolean;
}

export const pageReferenceWire = contextWire<PageReference>();
export const enclosingTabWire = contextWire<string | null>();
export const pageScopeWire = contextWire<PageScope>();

export const NAVIGATE = 'console__navigate';

export interface NavigateRequest {
    readonly page: PageReference;
    readonly replace: boolean;
}

/**
 * Asks the place around a component to go to a page. Not a class of its own: synthetic shadow makes every subclass of
 * CustomEvent a plain one.
 */
export function navigateEvent(page: PageReference, replace: boolean): CustomEvent<NavigateRequest> {
    return new CustomEvent(NAVIGATE, { bubbles: true, composed: true, cancelable: true, detail: { page, replace } });
}

/** Goes to a page: another site in a new window, a navigation item in its place, anything else in a tab. */
export function goTo(page: PageReference, parentId?: string): void {
    if (page.type === 'standard__webPage') {
        window.open(toUrl(page), '_blank', 'noopener');
    } else if (isNavigationItem(page)) {
        desk.openNavigationItem(page);
    } else {
        desk.open(page, parentId === undefined ? {} : { parentId });
    }
}
