import { api, getComponentDef, LightningElement } from 'lwc';
import exposedComponents from '@console/exposedComponents';
import type { RecordAction } from '../../../composition.ts';

/** Runs a record's quick action that has a screen: its component in a window, which brings its own heading. */
export default class ActionRunner extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    @api action: RecordAction | undefined;
    content: (new () => LightningElement) | undefined;

    override connectedCallback(): void {
        this.addEventListener('lightning__actionsclosescreen', () => this.close());
        void this.load();
    }

    get label(): string {
        return this.action?.label ?? '';
    }

    get properties(): Readonly<Record<string, unknown>> {
        const declared = this.content ? getComponentDef(this.content).props : {};
        const given = { recordId: this.recordId, objectApiName: this.objectApiName };
        return Object.fromEntries(Object.entries(given).filter(([name]) => name in declared));
    }

    private async load(): Promise<void> {
        const load = exposedComponents[this.action?.component ?? ''];
        this.content = load && (await load()).default;
    }

    close(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
