import { contextWire } from '../wires/contextWire.ts';
import type { Stop } from '../wires/wireAdapter.ts';

export type IconVariant = 'success' | 'warning' | 'error' | null;

/** One item of the utility bar: its button and its panel. */
export interface Utility {
    readonly id: string;
    /** Bundle of the package in the panel. */
    readonly component: string;
    readonly properties: Readonly<Record<string, string>>;
    readonly label: string;
    /** Utility icon without its category. */
    readonly icon: string;
    readonly iconVariant: IconVariant;
    readonly highlighted: boolean;
    readonly panelLabel: string;
    readonly panelIcon: string;
    readonly panelIconVariant: IconVariant;
    /** Pixels. */
    readonly panelHeight: number;
    readonly panelWidth: number;
    readonly scrollable: boolean;
    readonly isOpen: boolean;
    /** The component exists: from the start when eager, else from the first time the panel opens. */
    readonly isLoaded: boolean;
    readonly isModal: boolean;
    /** Grows when the panel is to take the keyboard. */
    readonly focused: number;
}

export type ClickHandler = (panel: { readonly panelVisible: boolean }) => void;

export const enclosingUtilityWire = contextWire<string | null>();

/** The items of the utility bar; one panel is open at a time. */
class UtilityBar {
    #utilities: readonly Utility[] = [];
    #listeners = new Set<(utilities: readonly Utility[]) => void>();
    #clickHandlers = new Map<string, ClickHandler[]>();

    get utilities(): readonly Utility[] {
        return this.#utilities;
    }

    /** Throws when there is no such utility. */
    find(id: string): Utility {
        const utility = this.#utilities.find((one) => one.id === id);
        if (!utility) {
            throw new Error(`There is no utility ${id} in this app`);
        }
        return utility;
    }

    listen(listener: (utilities: readonly Utility[]) => void): Stop {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    fill(utilities: readonly Utility[]): void {
        this.#change(utilities);
    }

    open(id: string, { focus = false } = {}): void {
        this.find(id);
        this.#change(
            this.#utilities.map((one) => ({
                ...one,
                isOpen: one.id === id,
                isLoaded: one.isLoaded || one.id === id,
                focused: one.focused + (focus && one.id === id ? 1 : 0)
            }))
        );
    }

    minimize(id: string): void {
        this.update(id, { isOpen: false });
    }

    update(id: string, change: Partial<Omit<Utility, 'id'>>): void {
        this.find(id);
        this.#change(this.#utilities.map((one) => (one.id === id ? { ...one, ...change } : one)));
    }

    /** The user's click on the button: opens or minimises, and tells who asked to hear of clicks. */
    click(id: string): void {
        const panelVisible = !this.find(id).isOpen;
        if (panelVisible) {
            this.open(id);
        } else {
            this.minimize(id);
        }
        this.#clickHandlers.get(id)?.forEach((handler) => handler({ panelVisible }));
    }

    onClick(id: string, handler: ClickHandler): void {
        this.#clickHandlers.set(this.find(id).id, [...(this.#clickHandlers.get(id) ?? []), handler]);
    }

    #change(utilities: readonly Utility[]): void {
        this.#utilities = utilities;
        for (const listener of [...this.#listeners]) {
            listener(utilities);
        }
    }
}

export const utilityBar = new UtilityBar();
