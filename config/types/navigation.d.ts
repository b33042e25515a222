declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';

    export interface PageReference {
        readonly type: string;
        readonly attributes: Readonly<Record<string, string | boolean | undefined>>;
        /** Query parameters of the page; only names with a namespace prefix such as `c__` survive. */
        readonly state?: Readonly<Record<string, string | undefined>>;
    }

    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;

    interface Navigator {
        [Navigate](pageReference: PageReference, replace?: boolean): void;
        [GenerateUrl](pageReference: PageReference): Promise<string>;
    }

    /** Emits again when only the state changed: the page itself is not rendered again. */
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference | undefined>;

    export const NavigationMixin: {
        (
            base: typeof LightningElement
        ): Pick<typeof LightningElement, keyof typeof LightningElement> & (new () => LightningElement & Navigator);
        readonly Navigate: typeof Navigate;
        readonly GenerateUrl: typeof GenerateUrl;
    };
}

declare module 'lightning/pageReferenceUtils' {
    /** Encodes values for `state.defaultFieldValues` of a `standard__objectPage` reference with action `new`. */
    export function encodeDefaultFieldValues(values: Readonly<Record<string, string | number | boolean>>): string;
    export function decodeDefaultFieldValues(encoded: string): Record<string, string>;
}
