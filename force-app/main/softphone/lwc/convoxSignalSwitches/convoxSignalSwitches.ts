import { LightningElement } from 'lwc';
import blocked from '@salesforce/label/c.ConVox_SignalSwitches_Blocked';
import heading from '@salesforce/label/c.ConVox_SignalSwitches_Heading';
import notification from '@salesforce/label/c.ConVox_SignalSwitches_Notification';
import tone from '@salesforce/label/c.ConVox_SignalSwitches_Tone';
import { askToNotify, choose, isChosen, mayNotify, playTone } from 'c/convoxCallSignal';

/** Lets the agent choose how a call is told while the console is not looked at; remembered for this user in this browser. */
export default class ConvoxSignalSwitches extends LightningElement {
    labels = { blocked, heading, notification, tone };
    isNotified = isChosen('notification');
    isHeard = isChosen('tone');
    /** The agent wants notifications and the browser shows none. */
    isBlocked = this.isNotified && !mayNotify();

    /** Browsers ask the user in answer to a press only. */
    async handleNotification({ detail: { checked } }: CustomEvent<{ checked: boolean }>): Promise<void> {
        this.isNotified = checked;
        choose('notification', checked);
        this.isBlocked = checked && !(await askToNotify());
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
