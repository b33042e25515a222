import type { ActingUser } from '../records.ts';
import type { AsyncPaths } from './asyncPaths.ts';
import type { FlowDefinition, FlowSchedule } from '../../metadata/flows/definition.ts';
import type { FlowSurroundings } from './interview.ts';
import { startInterview } from './interview.ts';
import { storeCondition } from './recordFilter.ts';
import { nextRun } from './scheduleTimes.ts';

/** The user that the platform runs such flows as, and the clock that they follow. */
export interface OrgClock {
    readonly automatedUser: () => ActingUser;
    /** IANA name of the org's time zone. */
    readonly timeZone: string;
}

/** Flows that the clock starts. One that was due while the org was not running is not made up for. */
export class ClockFlows {
    readonly #surroundings: FlowSurroundings;
    readonly #background: AsyncPaths;
    readonly #clock: OrgClock;
    readonly #due = new Map<FlowDefinition, Date>();

    constructor(surroundings: FlowSurroundings, background: AsyncPaths, clock: OrgClock) {
        this.#surroundings = surroundings;
        this.#background = background;
        this.#clock = clock;
        this.planAnew();
    }

    /** Plans the flows that are active now, from now on. */
    planAnew(): void {
        this.#due.clear();
        for (const flow of this.#surroundings.flows.values()) {
            this.#plan(flow, this.#surroundings.clock());
        }
    }

    get nextDueAt(): Date | undefined {
        return [...this.#due.values()].toSorted((one, other) => one.getTime() - other.getTime())[0];
    }

    /** Puts the interviews of what is due into the background's queue. */
    startDue(): void {
        const now = this.#surroundings.clock();
        for (const [flow, due] of [...this.#due]) {
            if (due <= now && flow.start.schedule !== undefined) {
                this.#start(flow, flow.start.schedule);
                this.#plan(flow, now);
            }
        }
    }

    #plan(flow: FlowDefinition, after: Date): void {
        const { schedule } = flow.start;
        const due = schedule && nextRun(schedule, after, this.#clock.timeZone);
        if (due === undefined) {
            this.#due.delete(flow);
        } else {
            this.#due.set(flow, due);
        }
    }

    #start(flow: FlowDefinition, { records }: FlowSchedule): void {
        const acting = this.#clock.automatedUser();
        const now = this.#surroundings.clock().getTime();
        const path = { flow, connector: flow.start.connector };
        if (records === undefined) {
            this.#background.enqueue(path, [{ record: undefined, acting }], now);
            return;
        }
        const surroundings = this.#surroundings;
        const where = storeCondition(startInterview({ flow, surroundings, moment: 'afterCommit', acting }), records);
        const found = surroundings.store.find({ object: records.object, ...(where && { where }) });
        const interviews = found.map(({ Id: id }) => ({
            record: { object: records.object, id: String(id), prior: undefined },
            acting
        }));
        this.#background.enqueue(path, interviews, now);
    }
}
