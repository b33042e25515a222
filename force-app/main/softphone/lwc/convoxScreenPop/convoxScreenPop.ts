import { LightningElement, wire } from 'lwc';
import emptyLabel from '@salesforce/label/c.ConVox_ScreenPop_Empty';
import headingLabel from '@salesforce/label/c.ConVox_ScreenPop_Heading';
import invalidAdviceLabel from '@salesforce/label/c.ConVox_ScreenPop_Invalid_Advice';
import invalidHeadingLabel from '@salesforce/label/c.ConVox_ScreenPop_Invalid_Heading';
import { decodeScreenPop } from 'c/convoxContract';
import { browserEdges, handOverPop, newId } from 'c/convoxSession';
import type { HandedPop, Undo } from 'c/convoxSession';
import { CurrentPageReference } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { closeTab, EnclosingTabId } from 'lightning/platformWorkspaceApi';
import { poppedAt } from './popMoment.ts';
import { problemTexts } from './popProblems.ts';
import { viewOf } from './popView.ts';
import type { PopView } from './popView.ts';

const labels = {
    empty: emptyLabel,
    heading: headingLabel,
    invalidAdvice: invalidAdviceLabel,
    invalidHeading: invalidHeadingLabel
};

/** Lightning adds parameters of its own to a page, such as `ws` in a console. */
const OURS = 'c__';

/** The page ConVox opens for a connected call. It hands the call to the tab that takes calls and closes when it may. */
export default class ConvoxScreenPop extends LightningElement {
    labels = labels;
    problems: readonly string[] = [];
    /** Somebody opened the page by hand. */
    isEmpty = false;
    view?: PopView;
    /** Keeps the embedded softphone once it is there: it may hold a call. */
    isSoftphone = false;
    lastState = '';
    stopFollowing: Undo = () => undefined;

    @wire(EnclosingTabId)
    tabId?: string | null;

    /** Comes again for the next call when ConVox reuses the page; the same page comes again unchanged now and then. */
    @wire(CurrentPageReference)
    takePage(page: PageReference | undefined): void {
        const parameters = Object.entries(page?.state ?? {})
            .filter(([name]) => name.startsWith(OURS))
            .map(([name, value]): [string, string] => [name, value ?? '']);
        const state = JSON.stringify(parameters);
        this.isEmpty = page !== undefined && parameters.length === 0 && this.lastState === '';
        if (parameters.length > 0 && state !== this.lastState) {
            const isFirst = this.lastState === '';
            this.lastState = state;
            this.take(parameters, poppedAt(performance, Date.now(), isFirst));
        }
    }

    override disconnectedCallback(): void {
        this.stopFollowing();
    }

    take(parameters: [string, string][], at: number): void {
        this.stopFollowing();
        const pop = decodeScreenPop(parameters);
        this.problems = pop.ok ? [] : problemTexts(pop.problems);
        this.view = undefined;
        if (pop.ok) {
            const handed: HandedPop = { popId: newId(), parameters, poppedAt: at };
            this.follow(handed, pop.value.agentCode);
        }
    }

    follow(handed: HandedPop, agentCode: string): void {
        this.stopFollowing = handOverPop(browserEdges(), handed, (handOver) => {
            this.view = viewOf(handOver, agentCode);
            this.isSoftphone ||= this.view.isSoftphone;
            if (this.view.isSpent && !this.isSoftphone) {
                this.leave(handOver.stage === 'done' && handOver.here);
            }
        });
    }

    /** A browser closes only tabs that a script opened; elsewhere the text stays and says that the tab may be closed. */
    leave(isHere: boolean): void {
        if (!isHere) {
            window.close();
        } else if (this.tabId) {
            closeTab(this.tabId).catch(() => undefined);
        }
    }

    get isInvalid(): boolean {
        return this.problems.length > 0;
    }

    get alertText(): string {
        return this.view?.isProblem ? this.view.text : '';
    }

    get statusText(): string {
        return this.view && !this.view.isProblem ? this.view.text : '';
    }
}
