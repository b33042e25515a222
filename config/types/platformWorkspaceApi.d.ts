declare module 'lightning/platformWorkspaceApi' {
    import type { WireAdapterConstructor } from 'lwc';
    import type { PageReference } from 'lightning/navigation';

    export interface TabInfo {
        readonly tabId: string;
        readonly url?: string;
        readonly pinned?: boolean;
        readonly closeable?: boolean;
        readonly title?: string;
        readonly customTitle?: string | null;
        readonly icon?: string;
        readonly iconAlt?: string;
        readonly highlighted?: boolean;
        readonly focused?: boolean;
        readonly isSubtab?: boolean;
        readonly parentTabId?: string | null;
        readonly pageReference?: PageReference;
        readonly recordId?: string | null;
        readonly subtabs?: readonly TabInfo[];
    }

    /** `pageReference`, `recordId` and `url` exclude each other; the first present wins, in this order. */
    export interface OpenTabOptions {
        pageReference?: PageReference;
        recordId?: string;
        url?: string;
        focus?: boolean;
        overrideNavRules?: boolean;
        label?: string;
        icon?: string;
        iconAlt?: string;
    }

    export const IsConsoleNavigation: WireAdapterConstructor<Record<string, never>, boolean | undefined>;
    export const EnclosingTabId: WireAdapterConstructor<Record<string, never>, string | null | undefined>;

    /** Resolves to the tab's id; focuses the tab when it is open already. Console apps only. */
    export function openTab(options: OpenTabOptions): Promise<string>;
    export function openSubtab(parentTabId: string, options: OpenTabOptions): Promise<string>;
    export function closeTab(tabId: string): Promise<boolean>;
    export function focusTab(tabId: string): Promise<boolean>;
    export function refreshTab(tabId: string, options?: { includeAllSubtabs?: boolean }): Promise<boolean>;
    export function getFocusedTabInfo(): Promise<TabInfo>;
    export function getAllTabInfo(): Promise<readonly TabInfo[]>;
    export function getTabInfo(tabId: string): Promise<TabInfo>;
    export function setTabLabel(tabId: string, label: string): Promise<TabInfo>;
    export function setTabIcon(tabId: string, icon: string, options?: { iconAlt?: string }): Promise<TabInfo>;
    export function setTabHighlighted(
        tabId: string,
        highlighted: boolean,
        options?: { pulse?: boolean; state?: 'success' | 'warning' | 'error' }
    ): Promise<TabInfo>;
    export function disableTabClose(tabId: string, disabled: boolean): Promise<TabInfo>;
}
