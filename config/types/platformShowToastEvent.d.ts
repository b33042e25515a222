declare module 'lightning/platformShowToastEvent' {
    export interface ToastAttributes {
        title: string;
        message?: string;
        /** Replaces {0}, {1}, ... in the message. */
        messageData?: readonly (string | { url: string; label: string })[];
        variant?: 'info' | 'success' | 'warning' | 'error';
        mode?: 'dismissible' | 'pester' | 'sticky';
    }

    export class ShowToastEvent extends CustomEvent<ToastAttributes> {
        constructor(attributes: ToastAttributes);
    }
}
