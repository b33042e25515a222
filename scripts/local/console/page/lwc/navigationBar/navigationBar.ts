import { LightningElement, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import type { NavigationItem } from '../../../composition.ts';
import type { PageReference } from '../../../platform/navigation/pageReference.ts';
import { composition } from '../../../platform/session.ts';
import { desk } from '../../../platform/workspace/desk.ts';
import { NAVIGATION_TAB } from '../../../platform/workspace/workspace.ts';
import type { WorkspaceState, WorkspaceTab } from '../../../platform/workspace/workspace.ts';
import { readObjectInfo } from '../../../platform/records/objectInfo.ts';
import { iconOf } from '../../data/icons.ts';

const objectNames = composition.app.navigation.flatMap(({ label, objectApiName }) =>
    objectApiName === undefined || label !== undefined ? [] : [objectApiName]
);

function pageOf({ objectApiName, tab }: NavigationItem): PageReference {
    return objectApiName
        ? { type: 'standard__objectPage', attributes: { objectApiName, actionName: 'list' }, state: {} }
        : { type: 'standard__navItemPage', attributes: { apiName: tab }, state: {} };
}

function tabOf({ attributes }: PageReference): string | undefined {
    const { objectApiName, apiName } = attributes;
    return composition.app.navigation.find(
        (item) => item.tab === apiName || (objectApiName && item.objectApiName === objectApiName)
    )?.tab;
}

function idOf(event: Event): string {
    return event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset['id'] ?? '') : '';
}

/** App launcher, app name, the menu of navigation items and the workspace tabs. */
export default class NavigationBar extends LightningElement {
    workspace: WorkspaceState = desk.state;
    appLabel = composition.app.label;
    apps = composition.apps;
    isLauncherOpen = false;
    plurals: Readonly<Record<string, string>> = {};

    @wire(getObjectInfos, { objectApiNames: objectNames })
    receiveObjectInfos({ data }: { data?: { results: readonly { result: unknown }[] } }): void {
        if (data) {
            const infos = data.results.map(({ result }) => readObjectInfo(result));
            this.plurals = Object.fromEntries(infos.map(({ apiName, labelPlural }) => [apiName, labelPlural]));
        }
    }

    override connectedCallback(): void {
        desk.listen((state) => {
            this.workspace = state;
        });
    }

    get items(): { tab: string; label: string; icon: string }[] {
        return composition.app.navigation.map((item) => ({
            tab: item.tab,
            label: item.label ?? this.plurals[item.objectApiName ?? ''] ?? item.objectApiName ?? item.tab,
            icon: item.objectApiName ? iconOf(item.objectApiName) : 'standard:home'
        }));
    }

    get launcherItems(): { tab: string; label: string; icon: string }[] {
        const others = composition.pageTabs.map(({ tab, label = tab }) => ({ tab, label, icon: 'standard:home' }));
        return [...this.items, ...others];
    }

    get navigationLabel(): string {
        const page = this.workspace.tabs.find(({ id }) => id === NAVIGATION_TAB)?.pageReference;
        const chosen = page && tabOf(page);
        return (
            this.items.find(({ tab }) => tab === chosen)?.label ?? String(page?.attributes['objectApiName'] ?? 'Home')
        );
    }

    get navigationClass(): string {
        return this.itemClass(this.workspace.focusedId === NAVIGATION_TAB, 'slds-context-bar__object-switcher');
    }

    get tabs(): { id: string; title: string; icon: string; closable: boolean; className: string; current: string }[] {
        const { tabs, focusedId } = this.workspace;
        const parentId = tabs.find(({ id }) => id === focusedId)?.parentId;
        return tabs
            .filter((tab: WorkspaceTab) => tab.id !== NAVIGATION_TAB && tab.parentId === undefined)
            .map(({ id, title, customTitle, icon, closable, highlighted }) => {
                const active = id === focusedId || id === parentId;
                return {
                    id,
                    title: customTitle ?? (title || 'Loading...'),
                    icon: icon ?? 'standard:record',
                    closable,
                    className: this.itemClass(
                        active,
                        `slds-context-bar__item_tab console-tab${highlighted ? ' console-tab_highlighted' : ''}`
                    ),
                    current: active ? 'page' : 'false'
                };
            });
    }

    private itemClass(active: boolean, kind: string): string {
        return `slds-context-bar__item ${kind}${active ? ' slds-is-active' : ''}`;
    }

    get launcherClass(): string {
        return `slds-context-bar__item slds-no-hover slds-dropdown-trigger slds-dropdown-trigger_click${this.isLauncherOpen ? ' slds-is-open' : ''}`;
    }

    toggleLauncher(): void {
        this.isLauncherOpen = !this.isLauncherOpen;
    }

    showNavigation(event: Event): void {
        event.preventDefault();
        desk.focus(NAVIGATION_TAB);
    }

    chooseItem(event: CustomEvent<{ value: string }>): void {
        this.openItem(event.detail.value);
    }

    launchItem(event: Event): void {
        event.preventDefault();
        this.isLauncherOpen = false;
        this.openItem(idOf(event));
    }

    private openItem(tab: string): void {
        const item = [...composition.app.navigation, ...composition.pageTabs].find((one) => one.tab === tab);
        if (item) {
            desk.openNavigationItem(pageOf(item));
        }
    }

    focusTab(event: Event): void {
        event.preventDefault();
        desk.focus(idOf(event));
    }

    closeTab(event: Event): void {
        desk.close(idOf(event));
    }
}
