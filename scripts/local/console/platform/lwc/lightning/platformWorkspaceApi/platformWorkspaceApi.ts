import type { WireAdapterConstructor } from 'lwc';
import { fromUrl, toUrl } from '../../../navigation/pageReference.ts';
import type { PageReference } from '../../../navigation/pageReference.ts';
import { composition } from '../../../session.ts';
import { desk, enclosingTabWire } from '../../../workspace/desk.ts';
import type { WorkspaceTab } from '../../../workspace/workspace.ts';

interface OpenTabOptions {
    readonly pageReference?: PageReference;
    readonly recordId?: string;
    readonly url?: string;
    readonly focus?: boolean;
    readonly label?: string;
    readonly icon?: string;
}

/** The id of the tab around the component; null in the utility bar. */
export const EnclosingTabId = enclosingTabWire.adapter;

/** Whether the app has console navigation: the other functions of this module work only then. */
export const IsConsoleNavigation: WireAdapterConstructor<Record<string, never>, boolean> = class {
    constructor(dataCallback: (isConsole: boolean) => void) {
        dataCallback(composition.app.name !== '');
    }
    connect(): void {}
    disconnect(): void {}
    update(): void {}
};

function infoOf(tab: WorkspaceTab): Readonly<Record<string, unknown>> {
    const { attributes } = tab.pageReference;
    return Object.freeze({
        tabId: tab.id,
        url: new URL(toUrl(tab.pageReference), location.origin).href,
        pinned: false,
        closeable: tab.closable,
        title: tab.customTitle ?? tab.title,
        customTitle: tab.customTitle ?? null,
        icon: tab.icon ?? '',
        iconAlt: tab.title,
        highlighted: tab.highlighted,
        focused: desk.focused.id === tab.id,
        isSubtab: tab.parentId !== undefined,
        parentTabId: tab.parentId ?? null,
        pageReference: tab.pageReference,
        recordId: typeof attributes['recordId'] === 'string' ? attributes['recordId'] : null,
        subtabs: desk.subtabsOf(tab.id).map(infoOf)
    });
}

/** Every function of this API answers with a promise, refusals included. */
async function later<Result>(work: () => Result): Promise<Result> {
    await Promise.resolve();
    return work();
}

function pageOf({ pageReference, recordId, url }: OpenTabOptions): PageReference {
    const page =
        pageReference ??
        (recordId !== undefined
            ? { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' }, state: {} }
            : url === undefined
              ? undefined
              : fromUrl(url));
    if (!page) {
        throw new Error('A tab needs a page: pageReference, recordId, or the url of a page of the console');
    }
    return page;
}

function openFor(options: OpenTabOptions, parentId: string | undefined): string {
    const { focus, label, icon } = options;
    return desk.open(pageOf(options), {
        focus: focus ?? false,
        ...(label !== undefined && { label }),
        ...(icon !== undefined && { icon }),
        ...(parentId !== undefined && { parentId })
    }).id;
}

export function openTab(options: OpenTabOptions): Promise<string> {
    return later(() => openFor(options, undefined));
}

export function openSubtab(parentTabId: string, options: OpenTabOptions): Promise<string> {
    return later(() => openFor(options, desk.find(parentTabId).id));
}

export function closeTab(tabId: string): Promise<boolean> {
    return later(() => desk.close(tabId));
}

export function focusTab(tabId: string): Promise<boolean> {
    return later(() => {
        desk.focus(tabId);
        return true;
    });
}

export function refreshTab(tabId: string, options: { readonly includeAllSubtabs?: boolean } = {}): Promise<boolean> {
    return later(() => {
        const tabs = [desk.find(tabId), ...(options.includeAllSubtabs === false ? [] : desk.subtabsOf(tabId))];
        tabs.forEach(({ id, refreshed }) => desk.update(id, { refreshed: refreshed + 1 }));
        return true;
    });
}

export function getFocusedTabInfo(): Promise<Readonly<Record<string, unknown>>> {
    return later(() => infoOf(desk.focused));
}

export function getAllTabInfo(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return later(() => desk.state.tabs.filter(({ parentId }) => parentId === undefined).map(infoOf));
}

export function getTabInfo(tabId: string): Promise<Readonly<Record<string, unknown>>> {
    return later(() => infoOf(desk.find(tabId)));
}

export function setTabLabel(tabId: string, label: string): Promise<Readonly<Record<string, unknown>>> {
    return later(() => infoOf(desk.update(tabId, { customTitle: label })));
}

export function setTabIcon(tabId: string, icon: string): Promise<Readonly<Record<string, unknown>>> {
    return later(() => infoOf(desk.update(tabId, { icon })));
}

export function setTabHighlighted(tabId: string, highlighted: boolean): Promise<Readonly<Record<string, unknown>>> {
    return later(() => infoOf(desk.update(tabId, { highlighted })));
}

export function disableTabClose(tabId: string, disabled: boolean): Promise<Readonly<Record<string, unknown>>> {
    return later(() => infoOf(desk.update(tabId, { closable: !disabled })));
}
