declare module 'lightning/platformUtilityBarApi' {
    import type { WireAdapterConstructor } from 'lwc';

    export type IconVariant = 'success' | 'warning' | 'error';

    export interface UtilityInfo {
        readonly id: string;
        readonly isLoaded: boolean;
        readonly utilityLabel: string;
        readonly utilityIcon: string;
        readonly utilityIconVariant?: IconVariant | null;
        readonly utilityHighlighted: boolean;
        readonly utilityVisible: boolean;
        readonly utilityPoppedOut: boolean;
        readonly panelHeaderLabel: string;
        readonly panelHeaderIcon: string;
        readonly panelHeaderIconVariant?: IconVariant | null;
        readonly panelHeight?: number;
        readonly panelWidth?: number;
    }

    export interface UtilityAttributes {
        label?: string;
        /** Name of an SLDS utility icon without category, such as `call`. */
        icon?: string;
        iconVariant?: IconVariant | null;
        highlighted?: boolean;
    }

    export interface PanelAttributes {
        label?: string;
        icon?: string;
        iconVariant?: IconVariant | null;
        /** Pixels. */
        height?: number;
        /** Pixels. */
        width?: number;
    }

    /** The id of the utility the component stands in; null or absent elsewhere. */
    export const EnclosingUtilityId: WireAdapterConstructor<Record<string, never>, string | null | undefined>;

    export function open(utilityId: string, options?: { autoFocus?: boolean }): Promise<boolean>;
    export function minimize(utilityId: string): Promise<boolean>;
    export function getInfo(utilityId: string): Promise<UtilityInfo>;
    export function getAllUtilityInfo(): Promise<readonly UtilityInfo[]>;
    export function updateUtility(utilityId: string, utilityAttrs?: UtilityAttributes): Promise<boolean>;
    export function updatePanel(utilityId: string, panelAttrs?: PanelAttributes): Promise<boolean>;
    export function enableModal(utilityId: string, enableModal: boolean): Promise<boolean>;
    export function enablePopout(
        utilityId: string,
        enablePopout: boolean,
        options?: { disabledText?: string }
    ): Promise<boolean>;
    /** The handler cannot be removed again. */
    export function onUtilityClick(
        utilityId: string,
        handler: (panel: { panelVisible: boolean }) => void
    ): Promise<boolean>;
}
