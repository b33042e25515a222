import { LightningElement, api } from 'lwc';
import { claimOf } from 'c/convoxSetupChecks';
import type { HealthDay } from 'c/convoxSetupChecks';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';

interface DayView extends HealthDay {
    readonly icon: string;
    readonly variant: string;
    readonly word: string;
    readonly texts: readonly string[];
}

/** How the installation did on the last days: one line a day, with what was red and what was seen of it. */
export default class ConvoxHealthDays extends LightningElement {
    /** Latest first. */
    @api days: readonly HealthDay[] = [];

    labels = labels;

    get views(): DayView[] {
        return this.days.map((day) => ({
            ...day,
            icon: day.isRed ? 'utility:error' : 'utility:success',
            variant: day.isRed ? 'error' : 'success',
            word: day.isRed ? labels.red : labels.green,
            texts: [...day.red.map((id) => fillIn(labels.not, claimOf(id))), ...day.seen]
        }));
    }
}
