import { LightningElement } from 'lwc';
import { desk } from '../../../platform/workspace/desk.ts';
import type { WorkspaceState } from '../../../platform/workspace/workspace.ts';
import { NAVIGATION_TAB } from '../../../platform/workspace/workspace.ts';

/** The whole console: header, navigation, the open pages, utility bar and toasts. */
export default class Desk extends LightningElement {
    workspace: WorkspaceState = desk.state;

    override connectedCallback(): void {
        desk.listen((state) => {
            this.workspace = state;
        });
    }

    /** Every open page stays on the page; only the focused one is seen. */
    get pages(): { key: string; tab: unknown; className: string; isSubtab: boolean }[] {
        const { tabs, focusedId } = this.workspace;
        return tabs.map((tab) => ({
            key: `${tab.id} ${tab.refreshed}${tab.id === NAVIGATION_TAB ? JSON.stringify(tab.pageReference.attributes) : ''}`,
            tab,
            className: tab.id === focusedId ? 'console-page' : 'console-page slds-hide',
            isSubtab: tab.parentId !== undefined
        }));
    }

    /** The focused tab with its subtabs, when it has any. */
    get subtabBar(): { id: string; title: string; className: string; closable: boolean }[] | undefined {
        const { tabs, focusedId } = this.workspace;
        const focused = tabs.find(({ id }) => id === focusedId);
        const mainId = focused?.parentId ?? focusedId;
        const family = tabs.filter(({ id, parentId }) => id === mainId || parentId === mainId);
        return family.length < 2
            ? undefined
            : family.map(({ id, title, customTitle, closable, parentId }) => ({
                  id,
                  title: customTitle ?? (title || 'Loading...'),
                  className: id === focusedId ? 'slds-tabs_default__item slds-is-active' : 'slds-tabs_default__item',
                  closable: closable && parentId !== undefined
              }));
    }

    focusTab(event: Event): void {
        event.preventDefault();
        desk.focus(idOf(event));
    }

    closeTab(event: Event): void {
        desk.close(idOf(event));
    }
}

function idOf(event: Event): string {
    return event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset['id'] ?? '') : '';
}
