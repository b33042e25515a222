import { api, LightningElement } from 'lwc';
import type { RecordAction } from '../../../composition.ts';
import { composition } from '../../../platform/session.ts';
import { headActions } from '../../data/recordActions.ts';
import type { HeadAction } from '../../data/recordActions.ts';

/** As many as Lightning Experience shows where the page does not say. */
const VISIBLE_ACTIONS = 3;

/**
 * What can be done with a record, in the head of its page: buttons, and a menu for those that have no place.
 * Sends `edit` and `remove` for Salesforce's own two.
 */
export default class RecordActions extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';
    @api canEdit = false;
    @api canDelete = false;
    /** What the page says about its highlights panel: which actions, and how many of them as buttons. */
    @api properties: Readonly<Record<string, string>> = {};
    @api lists: Readonly<Record<string, readonly string[]>> = {};
    /** The action whose window is open. */
    opened: RecordAction | undefined;
    /** Actions without a window that were pressed: they stay, as the platform keeps them. */
    headless: readonly RecordAction[] = [];
    #pressed = '';

    override renderedCallback(): void {
        const element = this.template?.querySelector(`[data-headless="${this.#pressed}"]`);
        if (element && 'press' in element && typeof element.press === 'function') {
            this.#pressed = '';
            element.press();
        }
    }

    private get actions(): HeadAction[] {
        const { actionNames } = this.lists;
        const { actions } = composition.layouts[this.objectApiName] ?? {};
        return headActions({
            ...(this.properties['enableActionsConfiguration'] === 'true' && actionNames && { ofPanel: actionNames }),
            ...(actions && { ofLayout: actions }),
            quickActions: composition.actions[this.objectApiName] ?? [],
            canEdit: this.canEdit,
            canDelete: this.canDelete
        });
    }

    private get visibleActions(): number {
        return Number(this.properties['numVisibleActions'] ?? VISIBLE_ACTIONS);
    }

    get buttons(): HeadAction[] {
        return this.actions.slice(0, this.visibleActions);
    }

    get menuItems(): HeadAction[] {
        return this.actions.slice(this.visibleActions);
    }

    get hasMenu(): boolean {
        return this.menuItems.length > 0;
    }

    press(event: Event): void {
        this.run(event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['name'] : undefined);
    }

    choose(event: CustomEvent<{ value: string }>): void {
        this.run(event.detail.value);
    }

    close(): void {
        this.opened = undefined;
    }

    private run(name: string | undefined): void {
        const chosen = this.actions.find((action) => action.name === name);
        switch (chosen?.kind) {
            case 'component':
                this.start(chosen.action);
                break;
            case 'edit':
                this.dispatchEvent(new CustomEvent('edit'));
                break;
            case 'delete':
                this.dispatchEvent(new CustomEvent('remove'));
                break;
            case undefined:
        }
    }

    private start(action: RecordAction): void {
        if (action.hasScreen) {
            this.opened = action;
            return;
        }
        this.#pressed = action.name;
        if (this.headless.every(({ name }) => name !== action.name)) {
            this.headless = [...this.headless, action];
        } else {
            this.renderedCallback();
        }
    }
}
