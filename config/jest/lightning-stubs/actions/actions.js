// sfdx-lwc-jest ships no stub of this module.
export class CloseActionScreenEvent extends CustomEvent {
    constructor() {
        super('lightning__actionsclosescreen', { bubbles: true, composed: true, cancelable: true });
    }
}
