declare module 'lightning/actions' {
    /** Closes the window of a screen quick action. */
    export class CloseActionScreenEvent extends CustomEvent<void> {
        constructor(name?: string, options?: EventInit);
    }
}
