import { LightningElement, wire } from 'lwc';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { browserEdges } from 'c/convoxSession';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { boardView } from './boardView.ts';
import type { BoardView } from './boardView.ts';
import { floorRequest, isCurrent } from './floorRequest.ts';
import type { FloorRequest } from './floorRequest.ts';
import { labels } from './labels.ts';
import { RefreshRhythm } from './refreshRhythm.ts';
import { AGENT_COLUMNS, CALL_COLUMNS, PROCESS_COLUMNS } from './tables.ts';

/** The floor as it is now, on a manager's page or on a big screen. */
export default class ConvoxWallboard extends NavigationMixin(LightningElement) {
    labels = labels;
    agentColumns = AGENT_COLUMNS;
    callColumns = CALL_COLUMNS;
    processColumns = PROCESS_COLUMNS;
    request?: FloorRequest;
    answer: GraphqlResult = {};
    /** The last one that was good: a failure does not take it away. */
    data: unknown;
    answeredAt = 0;
    view?: BoardView;
    failure?: ErrorReport;
    isBig = false;
    hasBegun = false;
    rhythm = new RefreshRhythm({
        after: browserEdges().clock.after,
        now: Date.now,
        isSeen: () => this.isSeen(),
        ask: () => this.ask(),
        draw: (now) => this.draw(now)
    });
    see = (): void => this.rhythm.beat();

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeAnswer(result: GraphqlResult): void {
        this.answer = result;
        const { data, errors = [] } = result;
        if (errors.length > 0) {
            this.fail(errors);
        } else if (data !== undefined && data !== null) {
            this.data = data;
            this.failure = undefined;
            this.takeAge();
        }
    }

    override connectedCallback(): void {
        document.addEventListener('visibilitychange', this.see);
    }

    /** The board has to be there before it can be seen. */
    override renderedCallback(): void {
        if (!this.hasBegun) {
            this.hasBegun = true;
            this.rhythm.beat();
        }
    }

    override disconnectedCallback(): void {
        document.removeEventListener('visibilitychange', this.see);
        this.rhythm.stop();
    }

    /** An answer can be refreshed; a question that failed has to be another one. */
    ask(): void {
        const { data, refresh } = this.answer;
        if (data && refresh && this.request && isCurrent(this.request, Date.now())) {
            refresh().then(
                // The wire says nothing when nothing has changed.
                () => this.failure ?? this.takeAge(),
                (error: unknown) => this.fail(error)
            );
        } else {
            this.request = floorRequest(Date.now());
        }
    }

    private takeAge(): void {
        this.answeredAt = Date.now();
        this.rhythm.hear();
        this.draw(this.answeredAt);
    }

    private draw(now: number): void {
        this.view = this.data === undefined ? undefined : boardView(this.data, this.answeredAt, now);
    }

    private fail(error: unknown): void {
        this.failure = readError(error);
        this.rhythm.hear();
    }

    /** A tab of the console that is not in front takes up no room. */
    private isSeen(): boolean {
        const board: unknown = this.refs?.board;
        return document.visibilityState === 'visible' && board instanceof HTMLElement && board.offsetHeight > 0;
    }

    get isLoading(): boolean {
        return this.view === undefined && this.failure === undefined;
    }

    get boardClass(): string {
        return this.isBig ? 'board big' : 'board';
    }

    get boardRole(): string {
        return this.isBig ? 'dialog' : 'region';
    }

    get modality(): string | undefined {
        return this.isBig ? 'true' : undefined;
    }

    get screenLabel(): string {
        return this.isBig ? labels.leaveBigScreen : labels.bigScreen;
    }

    /** Lightning Web Security keeps the browser's whole screen from components: the board covers the page instead. */
    handleScreen(): void {
        this.isBig = !this.isBig;
    }

    handleKey({ key }: KeyboardEvent): void {
        if (key === 'Escape') {
            this.isBig = false;
        }
    }

    /** What the board covers is not to be reached. */
    handleLeave({ relatedTarget }: FocusEvent): void {
        const { board, screen } = this.refs ?? {};
        const isInside = board instanceof HTMLElement && relatedTarget instanceof Node && board.contains(relatedTarget);
        if (this.isBig && relatedTarget !== null && !isInside && screen instanceof HTMLElement) {
            screen.focus();
        }
    }

    handleOpen({ detail }: CustomEvent<PageReference>): void {
        this[NavigationMixin.Navigate](detail);
    }
}
