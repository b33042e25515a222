/** What a toast says. `messageData` replaces {0}, {1}, ... in the message. */
export interface ToastAttributes {
    readonly title: string;
    readonly message?: string;
    readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'pester' | 'sticky';
}

export const SHOW_TOAST = 'lightning__showtoast';

export class ShowToastEvent extends CustomEvent<ToastAttributes> {
    constructor(attributes: ToastAttributes) {
        super(SHOW_TOAST, { bubbles: true, composed: true, cancelable: true, detail: attributes });
    }
}
