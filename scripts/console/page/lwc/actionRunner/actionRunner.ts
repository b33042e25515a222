import { api, getComponentDef, LightningElement } from 'lwc';
import exposedComponents from '@console/exposedComponents';
import type { RecordAction } from '../../../composition.ts';

/** Runs a record's quick action: its component in a window, or without a screen through `invoke`. */
export default class ActionRunner extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    @api action: RecordAction | undefined;
    content: (new () => LightningElement) | undefined;
    #isInvoked = false;

    override connectedCallback(): void {
        this.addEventListener('lightning__actionsclosescreen', () => this.close());
        void this.load();
    }

    override renderedCallback(): void {
        const element = this.template?.querySelector('.headless');
        if (!this.#isInvoked && element && 'invoke' in element && typeof element.invoke === 'function') {
            this.#isInvoked = true;
            void Promise.resolve(element.invoke()).finally(() => this.close());
        }
    }

    get hasScreen(): boolean {
        return this.action?.hasScreen === true;
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
