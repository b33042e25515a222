import { LightningElement } from 'lwc';
import { SHOW_TOAST } from '../../../platform/lwc/lightning/platformShowToastEvent/platformShowToastEvent.ts';
import type { ToastAttributes } from '../../../platform/lwc/lightning/platformShowToastEvent/platformShowToastEvent.ts';

interface Toast {
    readonly id: string;
    readonly className: string;
    readonly icon: string;
    readonly title: string;
    readonly message: string;
    readonly isDismissible: boolean;
}

/** How long Salesforce shows a toast that is not sticky. */
const SHOWN_MILLISECONDS = 5_000;

const ICONS = {
    info: 'utility:info',
    success: 'utility:success',
    warning: 'utility:warning',
    error: 'utility:error'
} as const;

function messageOf({ message = '', messageData = [] }: ToastAttributes): string {
    return message.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
        const part = messageData[Number(index)];
        return part === undefined ? placeholder : typeof part === 'string' ? part : part.label;
    });
}

/** Short messages over the page, sent by any component as a ShowToastEvent. */
export default class Toasts extends LightningElement {
    toasts: readonly Toast[] = [];
    #count = 0;

    override connectedCallback(): void {
        window.addEventListener(SHOW_TOAST, (event) => {
            if (event instanceof CustomEvent) {
                this.show(event.detail);
            }
        });
    }

    private show(attributes: ToastAttributes): void {
        const { title, variant = 'info', mode = 'dismissible' } = attributes;
        const id = String(++this.#count);
        const toast: Toast = {
            id,
            className: `slds-notify slds-notify_toast slds-theme_${variant}`,
            icon: ICONS[variant],
            title,
            message: messageOf(attributes),
            isDismissible: mode !== 'pester'
        };
        this.toasts = [...this.toasts, toast];
        if (mode !== 'sticky') {
            setTimeout(() => this.drop(id), SHOWN_MILLISECONDS);
        }
    }

    dismiss(event: Event): void {
        if (event.currentTarget instanceof HTMLElement) {
            this.drop(event.currentTarget.dataset['id'] ?? '');
        }
    }

    private drop(id: string): void {
        this.toasts = this.toasts.filter((toast) => toast.id !== id);
    }
}
