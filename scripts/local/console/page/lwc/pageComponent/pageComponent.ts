import { api, getComponentDef, LightningElement } from 'lwc';
import exposedComponents from '@console/exposedComponents';
import type { ComponentItem, FlexiPage } from '../../../composition.ts';
import { composition } from '../../../platform/session.ts';
import { packageProperties } from '../../data/packageProperties.ts';
import { standardComponent } from './standardComponents.ts';

/** One component of a FlexiPage: Salesforce's own or the package's. */
export default class PageComponent extends LightningElement {
    @api item: ComponentItem | undefined;
    @api page: FlexiPage | undefined;
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    content: (new () => LightningElement) | undefined;
    problem = '';

    override connectedCallback(): void {
        if (this.item) {
            void this.load(this.item.component);
        }
    }

    get properties(): Readonly<Record<string, unknown>> {
        const place = { recordId: this.recordId, objectApiName: this.objectApiName };
        const { component = '', properties = {}, lists = {} } = this.item ?? {};
        const given =
            component in composition.components
                ? { ...packageProperties(component, properties), ...place }
                : { ...place, page: this.page, properties, lists };
        const declared = this.content ? getComponentDef(this.content).props : {};
        return Object.fromEntries(Object.entries(given).filter(([name]) => name in declared));
    }

    private async load(name: string): Promise<void> {
        const load = exposedComponents[name];
        if (load) {
            const { default: component } = await load();
            this.content = component;
            return;
        }
        this.content = standardComponent(name);
        this.problem = this.content ? '' : `The local console cannot show the component ${name} of this page.`;
    }
}
