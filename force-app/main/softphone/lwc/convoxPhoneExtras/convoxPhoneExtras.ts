import { LightningElement, api } from 'lwc';
import { endSignal, signalCall, soundSignal } from 'c/convoxCallSignal';
import { NO_CALLS } from 'c/convoxCallState';

/** A call came, in the caller's words; without a caller the next one comes in another tab. */
export interface PhoneSignal {
    readonly caller?: string;
}

/**
 * What the phone does beside calls. One module for all of it, as a component may import one at run time.
 * @fires callevent with the CallEvent that happened to the call that `data-reference` names
 * @fires choose, due as the parts do
 */
export default class ConvoxPhoneExtras extends LightningElement {
    @api userId = '';
    /** The agent's calls at hand. */
    @api list = NO_CALLS;
    @api isLeading = false;
    /** There is no call, and none is about to come. */
    @api isIdle = false;
    given?: PhoneSignal | undefined;

    /** A page that was just opened may not sound: the one that leaves it the calls does it for the next one. */
    @api
    get signal(): PhoneSignal | undefined {
        return this.given;
    }
    set signal(signal: PhoneSignal | undefined) {
        this.given = signal;
        if (signal?.caller) {
            signalCall(signal.caller);
        } else if (signal) {
            endSignal();
            soundSignal();
        }
    }

    handle({ type, detail }: CustomEvent<unknown>): void {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    /** The phone takes from the part of its page which call it is. */
    handleCallEvent(event: CustomEvent<{ readonly reference: string | undefined }>): void {
        this.setAttribute('data-reference', event.detail.reference ?? '');
        this.handle(event);
    }
}
