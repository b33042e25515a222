import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import ownTime from '@salesforce/label/c.ConVox_CallExtras_Own_Time';
import type { CallState } from 'c/convoxCallState';
import { focusOn } from 'c/convoxCursor';
import { instantElsewhere } from './instantElsewhere.ts';

/** Where in the call it stands: among the buttons above the form, above it with what was written elsewhere, in its follow-up, with ConVox's report below it, with what else is known at the foot. */
type Place = 'actions' | 'words' | 'hours' | 'report' | 'facts';

/**
 * What a call shows beside its form. One module for all of it, as a component may import one at run time.
 * @fires callevent, link, choose, status as the parts do
 */
export default class ConvoxCallExtras extends LightningElement {
    @api place: Place = 'facts';
    @api call?: CallState;
    @api isStatusExpected = false;

    labels = { ownTime };
    timeZone = TIME_ZONE;

    get isAmongActions(): boolean {
        return this.place === 'actions';
    }

    get isWords(): boolean {
        return this.place === 'words';
    }

    get isHours(): boolean {
        return this.place === 'hours';
    }

    get isReport(): boolean {
        return this.place === 'report';
    }

    get isSeveral(): boolean {
        return this.call?.caller.kind === 'several';
    }

    /** The promised instant, to be shown on the agent's own clock; '' where that is the server's. */
    get ownTime(): string | undefined {
        return this.call && instantElsewhere(this.call, TIME_ZONE);
    }

    get callId(): string | undefined {
        return this.call?.callId || undefined;
    }

    /** Puts the cursor into the choice among callers. */
    @api
    focus(): void {
        focusOn(this.refs, 'chooser');
    }

    handle({ type, detail }: CustomEvent<unknown>): void {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }
}
