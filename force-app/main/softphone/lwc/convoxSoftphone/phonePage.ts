/** How to put the cursor into a call's form. */
export interface FormOffer {
    /** ConVox's reference of the call. */
    readonly reference: string;
    readonly focus: () => void;
}

/** The phone on its page. */
export interface PhonePage {
    readonly utilityId: () => string | null | undefined;
    /** Whether the cursor is in the phone. */
    readonly isInside: () => boolean;
    /** Puts the cursor into the shown call where its form cannot take it. */
    readonly enterCall: () => void;
    readonly show: (reference: string) => void;
}
