/** Sent by a component in an action's window to close it. */
export class CloseActionScreenEvent extends CustomEvent<void> {
    constructor() {
        super('lightning__actionsclosescreen', { bubbles: true, composed: true });
    }
}
