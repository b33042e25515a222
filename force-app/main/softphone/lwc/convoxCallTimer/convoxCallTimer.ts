import { LightningElement, api } from 'lwc';
import timerLabel from '@salesforce/label/c.ConVox_CallTimer_Label';
import { clockText } from 'c/convoxText';

const SECOND = 1000;

/** How long the call has lasted. Readable at any time, announced never: a screen reader must not count along. */
export default class ConvoxCallTimer extends LightningElement {
    /** Milliseconds since 1970. */
    @api startedAt = 0;
    /** Milliseconds since 1970; the timer stands still from then on. */
    @api endedAt?: number;

    labels = { timer: timerLabel };
    now = Date.now();
    tick?: ReturnType<typeof setTimeout>;

    override connectedCallback(): void {
        this.run();
    }

    override disconnectedCallback(): void {
        clearTimeout(this.tick);
    }

    /** Wakes up when the shown second changes, so that a slow tab skips seconds instead of drifting. */
    run(): void {
        this.now = Date.now();
        const rest = SECOND - ((this.now - this.startedAt) % SECOND);
        this.tick = setTimeout(() => this.run(), rest);
    }

    get text(): string {
        return clockText((this.endedAt ?? this.now) - this.startedAt);
    }
}
