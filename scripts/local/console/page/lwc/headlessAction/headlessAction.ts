import { api, LightningElement } from 'lwc';
import exposedComponents from '@console/exposedComponents';
import type { RecordAction } from '../../../composition.ts';

/**
 * A record's quick action without a screen, as strict as the platform: the component is told its record when the
 * action is pressed, not before; it is told nothing else; and nobody waits for what `invoke` returns.
 */
export default class HeadlessAction extends LightningElement {
    @api recordId: string | undefined;
    @api action: RecordAction | undefined;
    content: (new () => LightningElement) | undefined;
    #presses = 0;

    override connectedCallback(): void {
        void this.load();
    }

    override renderedCallback(): void {
        this.invoke();
    }

    /** The user chose the action. */
    @api press(): void {
        this.#presses += 1;
        this.invoke();
    }

    private invoke(): void {
        const element = this.template?.querySelector('.content');
        if (this.#presses > 0 && element && 'invoke' in element && typeof element.invoke === 'function') {
            this.#presses -= 1;
            Object.assign(element, { recordId: this.recordId });
            void element.invoke();
        }
    }

    private async load(): Promise<void> {
        const load = exposedComponents[this.action?.component ?? ''];
        this.content = load && (await load()).default;
    }
}
