import { api, LightningElement } from 'lwc';
import type { PageReference } from '../../../platform/navigation/pageReference.ts';
import { composition } from '../../../platform/session.ts';
import {
    desk,
    enclosingTabWire,
    goTo,
    NAVIGATE,
    pageReferenceWire,
    pageScopeWire
} from '../../../platform/workspace/desk.ts';
import type { NavigateRequest } from '../../../platform/workspace/desk.ts';
import type { WorkspaceTab } from '../../../platform/workspace/workspace.ts';
import { NAVIGATION_TAB } from '../../../platform/workspace/workspace.ts';
import exposedComponents from '@console/exposedComponents';
import AnalyticsHome from 'console/analyticsHome';
import DashboardPage from 'console/dashboardPage';
import NewRecord from 'console/newRecord';
import FlexiPage from 'console/flexiPage';
import Notice from 'console/notice';
import ObjectHome from 'console/objectHome';
import RecordPage from 'console/recordPage';
import ReportPage from 'console/reportPage';

type ElementClass = new () => LightningElement;

/** Pages of records that are no data: they have pages of their own in Salesforce. */
const recordPages: Readonly<Record<string, ElementClass>> = { Report: ReportPage, Dashboard: DashboardPage };

const NO_PAGE: PageReference = { type: 'standard__namedPage', attributes: {} };

/** One open page: what its page reference names, told which tab it is in. */
export default class TabPage extends LightningElement {
    content: ElementClass | undefined;
    properties: Readonly<Record<string, unknown>> = {};
    #tab: WorkspaceTab | undefined;
    #page = pageReferenceWire.provideFrom(this, NO_PAGE);
    #enclosingTab = enclosingTabWire.provideFrom(this, null);

    constructor() {
        super();
        pageScopeWire.provideFrom(this, { tabId: null, isActive: () => this.isActive() });
    }

    @api get tab(): WorkspaceTab | undefined {
        return this.#tab;
    }
    set tab(tab: WorkspaceTab | undefined) {
        const before = this.#tab?.pageReference;
        this.#tab = tab;
        if (tab && JSON.stringify(tab.pageReference) !== JSON.stringify(before)) {
            const { pageReference } = tab;
            this.#enclosingTab.provide(tab.id === NAVIGATION_TAB ? null : tab.id);
            this.#page.provide(pageReference);
            void this.show(pageReference);
        }
    }

    override connectedCallback(): void {
        this.addEventListener(NAVIGATE, this.#navigate);
        this.addEventListener('console__title', this.#title);
    }

    private isActive(): boolean {
        return this.#tab !== undefined && desk.focused.id === this.#tab.id;
    }

    /** A page opened from a tab's page is its subtab, as in the Salesforce console. */
    #navigate = (event: Event): void => {
        if (event instanceof CustomEvent && this.#tab) {
            const { page }: NavigateRequest = event.detail;
            event.preventDefault();
            event.stopPropagation();
            const { id, parentId } = this.#tab;
            goTo(page, id === NAVIGATION_TAB ? undefined : (parentId ?? id));
        }
    };

    #title = (event: Event): void => {
        if (event instanceof CustomEvent && this.#tab) {
            event.stopPropagation();
            const { title, icon }: { title: string; icon: string } = event.detail;
            desk.update(this.#tab.id, { title, icon });
        }
    };

    private async show({ type, attributes, state }: PageReference): Promise<void> {
        const objectName = String(attributes['objectApiName']);
        switch (type) {
            case 'standard__recordPage':
                this.draw(recordPages[objectName] ?? RecordPage, {
                    recordId: attributes['recordId'],
                    ...(!(objectName in recordPages) && { objectApiName: attributes['objectApiName'] })
                });
                return;
            case 'standard__objectPage':
                this.showObjectPage(objectName, attributes['actionName'] === 'new', state);
                return;
            case 'standard__component':
                await this.showComponent(String(attributes['componentName']));
                return;
            case 'standard__navItemPage':
                this.showAppPage(String(attributes['apiName']));
                return;
            default:
                this.refuse(`The local console has no page of type ${type}.`);
        }
    }

    private showObjectPage(objectName: string, isNew: boolean, state: PageReference['state']): void {
        if (objectName in recordPages) {
            this.draw(AnalyticsHome, { kind: objectName });
            return;
        }
        this.draw(isNew ? NewRecord : ObjectHome, { objectApiName: objectName, tabId: this.#tab?.id, state });
    }

    /** A component reached by URL is kept when only the URL's state changes. */
    private async showComponent(componentName: string): Promise<void> {
        const name = componentName.replace(/^c__/, '');
        const definition = composition.components[name];
        const load = exposedComponents[name];
        if (!load || !definition?.targets.includes('lightning__UrlAddressable')) {
            this.refuse(
                `${componentName} is no component that a URL may open: it needs the target lightning__UrlAddressable.`
            );
            return;
        }
        const { default: component } = await load();
        this.setTitle(definition.label, 'standard:custom');
        this.draw(component, {});
    }

    private showAppPage(tab: string): void {
        const item = [...composition.app.navigation, ...composition.pageTabs].find((one) => one.tab === tab);
        const page = item?.page === undefined ? undefined : composition.pages[item.page];
        if (page) {
            this.setTitle(item?.label ?? tab, 'standard:home');
            this.draw(FlexiPage, { page });
        } else {
            this.refuse(`The app ${composition.app.label} has no tab ${tab}.`);
        }
    }

    private refuse(message: string): void {
        this.setTitle('Page not found', 'utility:warning');
        this.draw(Notice, { message });
    }

    private setTitle(title: string, icon: string): void {
        if (this.#tab) {
            desk.update(this.#tab.id, { title, icon });
        }
    }

    private draw(content: ElementClass, properties: Readonly<Record<string, unknown>>): void {
        this.content = content;
        this.properties = properties;
    }
}
