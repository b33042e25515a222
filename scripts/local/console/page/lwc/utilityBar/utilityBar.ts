import { LightningElement } from 'lwc';
import type { ComponentItem } from '../../../composition.ts';
import { composition } from '../../../platform/session.ts';
import { utilityBar } from '../../../platform/utilityBar/utilities.ts';
import type { Utility } from '../../../platform/utilityBar/utilities.ts';

/** Salesforce's size of a utility panel whose page names none, in pixels. */
const PANEL = { height: 480, width: 340 };

function utilityOf({ component, identifier, decorators, properties }: ComponentItem): Utility {
    const label = decorators['label'] ?? composition.components[component]?.label ?? component;
    const icon = decorators['icon'] ?? 'fallback';
    return {
        id: identifier,
        component,
        properties,
        label,
        icon,
        iconVariant: null,
        highlighted: false,
        panelLabel: label,
        panelIcon: icon,
        panelIconVariant: null,
        panelHeight: Number(decorators['height'] ?? PANEL.height),
        panelWidth: Number(decorators['width'] ?? PANEL.width),
        scrollable: decorators['scrollable'] !== 'false',
        isOpen: false,
        isLoaded: decorators['eager'] === 'true',
        isModal: false,
        focused: 0
    };
}

function utilitiesOfApp(): Utility[] {
    const page = composition.app.utilityBar === undefined ? undefined : composition.pages[composition.app.utilityBar];
    const items = page?.regions.filter(({ type }) => type === 'Region').flatMap((region) => region.items) ?? [];
    return items.flatMap((item) => (item.kind === 'component' ? utilityOf(item) : []));
}

utilityBar.fill(utilitiesOfApp());

/** The strip at the bottom with a button and a panel for each item of the app's utility bar. */
export default class UtilityBar extends LightningElement {
    utilities: readonly Utility[] = utilityBar.utilities;

    override connectedCallback(): void {
        utilityBar.listen((utilities) => {
            this.utilities = utilities;
        });
    }

    get buttons(): {
        id: string;
        label: string;
        icon: string;
        className: string;
        itemClass: string;
        pressed: string;
    }[] {
        return this.utilities.map(({ id, label, icon, isOpen, highlighted }) => ({
            id,
            label,
            highlighted,
            icon: `utility:${icon}`,
            className: `slds-button slds-utility-bar__action${isOpen ? ' slds-is-active' : ''}`,
            itemClass: `slds-utility-bar__item${highlighted ? ' slds-has-notification' : ''}`,
            pressed: String(isOpen)
        }));
    }

    get panels(): { id: string; utility: Utility }[] {
        return this.utilities.filter(({ isLoaded }) => isLoaded).map((utility) => ({ id: utility.id, utility }));
    }

    click(event: Event): void {
        if (event.currentTarget instanceof HTMLElement) {
            utilityBar.click(event.currentTarget.dataset['id'] ?? '');
        }
    }
}
