import { enclosingUtilityWire, utilityBar } from '../../../utilityBar/utilities.ts';
import type { ClickHandler, IconVariant, Utility } from '../../../utilityBar/utilities.ts';

/** The id of the utility item around the component; nothing elsewhere. */
export const EnclosingUtilityId = enclosingUtilityWire.adapter;

/** Every function of this API answers with a promise, refusals included. */
async function done(work: () => void): Promise<boolean> {
    await Promise.resolve();
    work();
    return true;
}

function infoOf(utility: Utility): Readonly<Record<string, unknown>> {
    return Object.freeze({
        id: utility.id,
        isLoaded: utility.isLoaded,
        utilityLabel: utility.label,
        utilityIcon: utility.icon,
        utilityIconVariant: utility.iconVariant,
        utilityHighlighted: utility.highlighted,
        utilityVisible: utility.isOpen,
        utilityPoppedOut: false,
        panelHeaderLabel: utility.panelLabel,
        panelHeaderIcon: utility.panelIcon,
        panelHeaderIconVariant: utility.panelIconVariant,
        panelHeight: utility.panelHeight,
        panelWidth: utility.panelWidth
    });
}

export function open(utilityId: string, options: { readonly autoFocus?: boolean } = {}): Promise<boolean> {
    return done(() => utilityBar.open(utilityId, { focus: options.autoFocus === true }));
}

export function minimize(utilityId: string): Promise<boolean> {
    return done(() => utilityBar.minimize(utilityId));
}

export async function getInfo(utilityId: string): Promise<Readonly<Record<string, unknown>>> {
    await Promise.resolve();
    return infoOf(utilityBar.find(utilityId));
}

export async function getAllUtilityInfo(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    await Promise.resolve();
    return utilityBar.utilities.map(infoOf);
}

/** What is left out keeps its value. */
function given<Change extends object>(change: Change): Partial<Change> {
    const kept: Partial<Change> = { ...change };
    for (const key of Object.keys(change)) {
        if (Reflect.get(change, key) === undefined) {
            Reflect.deleteProperty(kept, key);
        }
    }
    return kept;
}

export function updateUtility(
    utilityId: string,
    attributes: {
        readonly label?: string;
        readonly icon?: string;
        readonly iconVariant?: IconVariant;
        readonly highlighted?: boolean;
    } = {}
): Promise<boolean> {
    const { label, icon, iconVariant, highlighted } = attributes;
    return done(() => utilityBar.update(utilityId, given({ label, icon, iconVariant, highlighted })));
}

export function updatePanel(
    utilityId: string,
    attributes: {
        readonly label?: string;
        readonly icon?: string;
        readonly iconVariant?: IconVariant;
        readonly height?: number;
        readonly width?: number;
    } = {}
): Promise<boolean> {
    const { label, icon, iconVariant, height, width } = attributes;
    return done(() =>
        utilityBar.update(
            utilityId,
            given({
                panelLabel: label,
                panelIcon: icon,
                panelIconVariant: iconVariant,
                panelHeight: height,
                panelWidth: width
            })
        )
    );
}

export function enableModal(utilityId: string, enabled: boolean): Promise<boolean> {
    return done(() => utilityBar.update(utilityId, { isModal: enabled }));
}

/** The local console has no windows of its own for panels, so there is nothing to switch on or off. */
export function enablePopout(utilityId: string): Promise<boolean> {
    return done(() => {
        utilityBar.find(utilityId);
    });
}

/** The handler stays for as long as the page does. */
export function onUtilityClick(utilityId: string, handler: ClickHandler): Promise<boolean> {
    return done(() => utilityBar.onClick(utilityId, handler));
}
