import { LightningElement } from 'lwc';
import blocked from '@salesforce/label/c.ConVox_SignalSwitches_Blocked';
import heading from '@salesforce/label/c.ConVox_SignalSwitches_Heading';
import notification from '@salesforce/label/c.ConVox_SignalSwitches_Notification';
import tone from '@salesforce/label/c.ConVox_SignalSwitches_Tone';
import { askToNotify, choose, followPermission, isChosen, playTone } from 'c/convoxCallSignal';

/** Lets the agent choose how a call is told while the console is not looked at; remembered for this user in this browser. */
export default class ConvoxSignalSwitches extends LightningElement {
    labels = { blocked, heading, notification, tone };
    isNotified = isChosen('notification');
    isHeard = isChosen('tone');
    isGranted = true;

    override connectedCallback(): void {
        followPermission((isGranted) => (this.isGranted = isGranted));
    }

    /** The agent wants notifications and the browser shows none. */
    get isBlocked(): boolean {
        return this.isNotified && !this.isGranted;
    }

    handleNotification({ detail: { checked } }: CustomEvent<{ checked: boolean }>): void {
        this.isNotified = checked;
        choose('notification', checked);
        if (checked) {
            askToNotify();
        }
    }

    /** Whoever switches the tone on hears it. */
    handleTone({ detail: { checked } }: CustomEvent<{ checked: boolean }>): void {
        this.isHeard = checked;
        choose('tone', checked);
        if (checked) {
            playTone();
        }
    }
}
