import { LightningElement, api } from 'lwc';
import { focusOn } from 'c/convoxCursor';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { isFlowRunner } from 'c/convoxFlowRunner';
import type { KeyFilling, KeysState } from 'c/convoxKeyFilling';
import { readSetupFacts } from 'c/convoxSetupChecks';
import type { Enterable, FixAction, SetupFacts } from 'c/convoxSetupChecks';
import { fillIn } from 'c/convoxText';
import { isChange, makeChange } from './changes.ts';
import type { Change } from './changes.ts';
import { isKeyFilling } from './keyFilling.ts';
import { labels } from './labels.ts';
import { isAllFilled, markFilled } from './markFilled.ts';
import { nextMissing } from './nextMissing.ts';

export type { Mending } from './mendingPart.ts';

/**
 * Does what a button beside a check says.
 * @fires mended when something was changed that has to be looked at
 */
export default class ConvoxMending extends LightningElement {
    /** What the org's records say. */
    @api facts: SetupFacts = readSetupFacts(undefined, undefined);

    labels = labels;
    failure?: ErrorReport;
    entering?: Enterable;
    isDialling = false;
    /** Each change is made once, however often its button is pressed. */
    isChanging = false;
    said = '';

    /** What a press far down the page brings is to be seen. */
    mustShow = false;

    /** The button that was pressed goes: the cursor is to be where something is said. A form takes it by itself. */
    mustFocus = false;
    back?: () => void;
    keys?: KeysState;

    override renderedCallback(): void {
        const place: unknown = this.refs?.place;
        if (this.mustShow && place instanceof Element) {
            this.mustShow = false;
            place.scrollIntoView({ block: 'center' });
        }
        if (this.mustFocus) {
            this.mustFocus = false;
            focusOn(this.refs, 'place');
        }
    }

    /** Not there before a server is. */
    get filling(): KeyFilling | undefined {
        const filling: unknown = this.refs?.filling;
        return isKeyFilling(filling) ? filling : undefined;
    }

    /** A form of its own for each kind of rows: what one holds and says is nothing to the next. */
    get entered(): Enterable[] {
        return this.entering ? [this.entering] : [];
    }

    @api
    mend(action: FixAction, back: () => void): void {
        this.back = back;
        this.failure = undefined;
        this.mustShow = true;
        this.mustFocus = action.does !== 'enter' && action.does !== 'dial';
        if (action.does === 'enter') {
            this.entering = action.what;
        } else if (action.does === 'dial') {
            this.isDialling = true;
        } else if (action.does === 'fill') {
            this.filling?.fill();
        } else if (isChange(action) && !this.isChanging) {
            this.change(action).catch((error: unknown) => {
                this.failure = readError(error);
            });
        }
    }

    @api
    look(): void {
        this.said = '';
        this.failure = undefined;
        this.filling?.look();
    }

    handleSaved(): void {
        this.dispatchEvent(new CustomEvent('mended'));
    }

    /** Whoever sets an org up for the first time goes on with what is missing next. */
    handleLines({ detail: { said, isAll } }: CustomEvent<{ said: string; isAll: boolean }>): void {
        const next = this.entering && isAll ? nextMissing(this.entering, this.facts) : undefined;
        this.handleSaved();
        if (next) {
            this.entering = next;
            this.said = said;
        }
    }

    /** What was shown by the filling needs no press. */
    handleKeys({ detail }: CustomEvent<KeysState>): void {
        const isDone = isAllFilled(this.keys, detail);
        this.keys = detail;
        if (isDone) {
            markFilled(this.facts.servers).then(
                () => this.handleSaved(),
                (error: unknown) => {
                    this.failure = readError(error);
                }
            );
        }
    }

    handleClose(): void {
        this.entering = undefined;
        this.isDialling = false;
        this.back?.();
    }

    handleKey({ key }: KeyboardEvent): void {
        if (key === 'Escape' && (this.entering || this.isDialling)) {
            this.handleClose();
        }
    }

    async change(change: Change): Promise<void> {
        const runner: unknown = this.refs?.runner;
        this.isChanging = true;
        const refused = await makeChange(change, isFlowRunner(runner) ? runner : undefined, (done, all) => {
            this.said = fillIn(labels.giving, done, all);
        }).finally(() => {
            this.isChanging = false;
        });
        this.handleSaved();
        if (refused.length > 0) {
            this.failure = readError(refused.map((message) => ({ message })));
            this.mustShow = true;
        } else {
            this.said = labels.mending;
        }
    }
}
