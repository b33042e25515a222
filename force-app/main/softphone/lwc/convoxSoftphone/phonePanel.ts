import { callOf, NO_CALLS, showCall } from 'c/convoxCallState';
import type { CallList } from 'c/convoxCallState';
import { titleText } from 'c/convoxCallWords';
import { browserEdges } from 'c/convoxSession';
import { AgentAtKeys } from './agentAtKeys.ts';
import type { FormOffer, PhonePage } from './phonePage.ts';
import { closeSpentTab } from './spentTab.ts';
import { hideUtility, labelUtility, showUtility } from './utility.ts';

/** Which call the phone shows when, where the cursor goes, and what the bar says. */
export class PhonePanel {
    readonly agent: AgentAtKeys;
    /** What puts the cursor into a call's form, by the call's reference. */
    readonly #forms = new Map<string, () => void>();
    readonly #page: PhonePage;
    #list: CallList = NO_CALLS;
    /** Reference of the call that comes to the front once the agent stops writing in the phone. */
    #awaited = '';
    #due = '';
    /** Where the cursor was before it came here. Of components of others Salesforce shows the outermost only. */
    #place: Element | null = null;

    constructor(page: PhonePage) {
        this.#page = page;
        this.agent = new AgentAtKeys(page.isInside, {
            turn: () => this.turn(),
            pause: () => this.showAwaited(),
            press: () => this.stay(true)
        });
    }

    /** @param isWaiting an answer comes to this tab */
    closeTab(isWaiting: boolean): void {
        closeSpentTab(this.agent.hasEntered || isWaiting);
    }

    /** The cursor goes there when the agent is elsewhere, as in ConVox to answer, and left it elsewhere. */
    show(): void {
        showUtility(this.#page.utilityId(), !document.hasFocus() && !this.#page.isInside());
    }

    /** The list as it may be shown: no call comes before one in which the agent is writing. */
    hold(list: CallList): CallList {
        const { current } = this.#list;
        if (list.current !== current) {
            this.#awaited = list.current;
        }
        return this.agent.isWritingHere ? showCall(list, current) : list;
    }

    /** Comes with the first call, goes with the last one, and says on the bar whose call is shown. */
    follow(list: CallList): void {
        const before = this.#list.current;
        const { current } = list;
        this.#list = list;
        if (current !== before) {
            this.agent.change();
        }
        if (current && !before) {
            this.mark();
            this.show();
        } else if (before && !current) {
            this.leave();
        } else if (this.#page.isInside()) {
            browserEdges().clock.after(0, () => this.stay(callOf(list, before)));
        } else if (current !== before && !this.agent.isWritingElsewhere) {
            this.enter(current);
        }
        const shown = callOf(list, current);
        labelUtility(this.#page.utilityId(), shown && titleText(shown), this.#due);
    }

    /** What waits for the agent, in words for the time between calls; '' when nothing does. */
    sayDue(due: string): void {
        this.#due = due;
        labelUtility(this.#page.utilityId(), undefined, due);
    }

    /** A call's form is there: the cursor goes into that of a call that has just come, unless the agent is writing elsewhere. */
    takeForm({ reference, focus }: FormOffer): void {
        const isNew = !this.#forms.has(reference) && callOf(this.#list, reference)?.isRestored === false;
        this.#forms.set(reference, focus);
        if (isNew && reference === this.#list.current && !this.agent.isWritingElsewhere) {
            this.enter(reference);
        }
    }

    private showAwaited(): void {
        if (this.#awaited !== this.#list.current && callOf(this.#list, this.#awaited)) {
            this.#page.show(this.#awaited);
            this.enter(this.#awaited);
        }
    }

    /** To the phone from anywhere on the page; from the phone, closes it. */
    private async turn(): Promise<void> {
        if (this.#page.isInside()) {
            this.leave();
        } else {
            this.mark();
            await showUtility(this.#page.utilityId(), true);
            this.enter(this.#list.current);
        }
    }

    /** Whoever stood on what a press or a change of the call took away, or in a call that has gone, does not leave the phone. */
    private stay(isCallThere: unknown): void {
        if (!isCallThere || document.activeElement === document.body) {
            this.putCursor(this.#list.current);
        }
    }

    /** Puts the cursor into the call's form, whose fields are on the page in a moment. */
    private enter(reference: string): void {
        browserEdges().clock.after(0, () => this.putCursor(reference));
    }

    private putCursor(reference: string): void {
        this.#forms.get(reference)?.();
        if (!this.#page.isInside()) {
            this.#page.enterCall();
        }
    }

    private mark(): void {
        if (!this.#page.isInside()) {
            this.#place = document.activeElement;
        }
    }

    /** Whoever stood in the phone goes back to where they came from. */
    private async leave(): Promise<void> {
        const place = this.#page.isInside() ? this.#place : null;
        await hideUtility(this.#page.utilityId());
        if (place instanceof HTMLElement) {
            place.focus();
        }
    }
}
