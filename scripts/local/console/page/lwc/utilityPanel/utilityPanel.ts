import { api, LightningElement } from 'lwc';
import exposedComponents from '@console/exposedComponents';
import { enclosingTabWire, desk, pageReferenceWire, pageScopeWire } from '../../../platform/workspace/desk.ts';
import { enclosingUtilityWire, utilityBar } from '../../../platform/utilityBar/utilities.ts';
import type { Utility } from '../../../platform/utilityBar/utilities.ts';
import { packageProperties } from '../../data/packageProperties.ts';

/** The panel of one utility item. Its component lives on while the panel is closed, and follows the page in front. */
export default class UtilityPanel extends LightningElement {
    content: (new () => LightningElement) | undefined;
    problem = '';
    current: Utility | undefined;
    #takesFocus = false;
    #page = pageReferenceWire.provideFrom(this, desk.focused.pageReference);
    #id = enclosingUtilityWire.provideFrom(this, null);

    constructor() {
        super();
        enclosingTabWire.provideFrom(this, null);
        pageScopeWire.provideFrom(this, { tabId: null, isActive: () => true });
    }

    @api get utility(): Utility | undefined {
        return this.current;
    }
    set utility(utility: Utility | undefined) {
        const before = this.current;
        this.current = utility;
        this.#takesFocus ||= utility !== undefined && utility.focused > (before?.focused ?? 0);
        if (utility && utility.id !== before?.id) {
            this.#id.provide(utility.id);
            void this.load(utility.component);
        }
    }

    override connectedCallback(): void {
        let shown = '';
        desk.listen(() => {
            const { pageReference } = desk.focused;
            const key = JSON.stringify(pageReference);
            if (key !== shown) {
                shown = key;
                this.#page.provide(pageReference);
            }
        });
    }

    override renderedCallback(): void {
        if (this.#takesFocus) {
            this.#takesFocus = false;
            this.template?.querySelector<HTMLElement>('[role="dialog"]')?.focus();
        }
    }

    get panelId(): string {
        return `panel-${this.current?.id ?? ''}`;
    }

    get label(): string {
        return this.current?.panelLabel ?? '';
    }

    get icon(): string {
        return `utility:${this.current?.panelIcon ?? ''}`;
    }

    get className(): string {
        return `slds-utility-panel slds-grid slds-grid_vertical${this.current?.isOpen ? ' slds-is-open' : ''}`;
    }

    get size(): string {
        return `width: ${this.current?.panelWidth ?? 0}px; height: ${this.current?.panelHeight ?? 0}px`;
    }

    get bodyClass(): string {
        return `slds-utility-panel__body${this.current?.scrollable ? '' : ' slds-scrollable_none'}`;
    }

    get isHidden(): string {
        return String(!this.current?.isOpen);
    }

    get properties(): Readonly<Record<string, unknown>> {
        return packageProperties(this.current?.component ?? '', this.current?.properties ?? {});
    }

    minimize(): void {
        if (this.current) {
            utilityBar.minimize(this.current.id);
        }
    }

    private async load(name: string): Promise<void> {
        const load = exposedComponents[name];
        if (load) {
            this.content = (await load()).default;
        } else {
            this.problem = `The local console cannot show the utility ${name}.`;
        }
    }
}
