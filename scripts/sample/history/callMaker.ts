import type { SeededRandom } from '../../node/seededRandom.ts';
import { dayIn, startOfDay } from '../../local/org/query/dateLiterals.ts';
import { PROCESS_SALES, PROCESS_SUPPORT } from '../org/callers.ts';
import type { Shift } from './colleagues.ts';
import { shifts } from './colleagues.ts';
import type { PastCall } from './pastCall.ts';
import { endOf } from './pastCall.ts';
import { KNOWN_COUNT, knownNumber, unknownNumber } from './pastCustomers.ts';
import { talkOf } from './talk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Share of customers who give up, and of the seconds that one waits: more in a rush. */
const RUSH = { missed: 0.16, waiting: 0.7 } as const;
const CALM = { missed: 0.03, waiting: 0.15 } as const;

type Promised = Partial<Pick<PastCall, 'followUpAt' | 'disposition'>>;

export interface CallMaker {
    /** A customer calls, or the dialler calls one; what follows from it comes with it. */
    take(startedAt: number): void;
    /** A conversation ends with a promise that nobody keeps. */
    owe(startedAt: number, followUpAt: number): void;
    calls(): readonly PastCall[];
}

/** Makes calls up: missed ones and what came of them, promises and how they were kept, customers who call again. */
export function createCallMaker(random: SeededRandom, timeZone: string): CallMaker {
    const made: PastCall[] = [];

    function reference(startedAt: number): string {
        return `PAST${Math.floor(startedAt / 1000)}${String(made.length).padStart(4, '0')}`;
    }

    function shiftIn(process: string): Shift {
        const fitting = shifts.filter((shift) => shift.process === process);
        return fitting[random.below(fitting.length)] ?? shifts[0];
    }

    /** One in twelve calls again within days; few are strangers. */
    function callerAt(startedAt: number): string {
        const recent = made.filter((call) => call.direction === 'Inbound' && startedAt - call.startedAt < 5 * DAY);
        const again = recent[random.below(Math.max(1, recent.length))];
        if (again && random.chance(0.12)) {
            return again.number;
        }
        return random.chance(0.14) ? unknownNumber(random.below(14)) : knownNumber(random.below(KNOWN_COUNT));
    }

    function midnightBefore(moment: number): number {
        return Date.parse(startOfDay(dayIn(timeZone, new Date(moment)), timeZone));
    }

    /** Monday mornings and early evenings have more callers than agents. */
    function loadAt(moment: number): typeof RUSH | typeof CALM {
        const hour = Math.floor((moment - midnightBefore(moment)) / HOUR);
        const isMonday = new Date(`${dayIn(timeZone, new Date(moment))}T00:00:00Z`).getUTCDay() === 1;
        return hour === 17 || (isMonday && hour < 12) ? RUSH : CALM;
    }

    /** That moment, or the next morning when nobody is at work. */
    function atWork(moment: number): number {
        const midnight = midnightBefore(moment);
        const hour = (moment - midnight) / HOUR;
        if (hour >= 9 && hour < 19) {
            return moment;
        }
        return midnight + (hour < 9 ? 0 : DAY) + 9 * HOUR + (moment % HOUR);
    }

    function add(call: PastCall): PastCall {
        made.push(call);
        return call;
    }

    function missed(startedAt: number, number: string): void {
        const isSupport = random.chance(0.8);
        const process = isSupport ? PROCESS_SUPPORT : PROCESS_SALES;
        const call = add({
            reference: reference(startedAt),
            number,
            direction: 'Inbound',
            process,
            queue: `${process}_QUEUE`,
            // ConVox tells for few of them whose phone rang.
            agent: random.chance(0.25) ? shiftIn(process).agent : '',
            startedAt,
            queueSeconds: 25 + random.below(120),
            ringSeconds: random.below(25),
            talkSeconds: 0,
            disposition: '',
            isReported: true
        });
        if (random.chance(isSupport ? 0.7 : 0.45)) {
            spoken(atWork(endOf(call) + (15 + random.below(150)) * MINUTE), number, 'Outbound', shiftIn(process));
        }
    }

    function unanswered(startedAt: number, number: string, shift: Shift): void {
        add({
            reference: reference(startedAt),
            number,
            direction: 'Outbound',
            process: shift.process,
            queue: '',
            agent: shift.agent,
            startedAt,
            queueSeconds: 0,
            ringSeconds: 20 + random.below(20),
            talkSeconds: 0,
            disposition: '',
            dialled: random.chance(0.94) ? 'Accepted' : 'Refused',
            isReported: true
        });
    }

    function spoken(startedAt: number, number: string, direction: PastCall['direction'], shift: Shift): void {
        const call = conversation(startedAt, number, direction, shift, promiseOf(startedAt));
        if (call.followUpAt !== undefined && call.disposition !== '') {
            keep(call, shift);
        }
    }

    function conversation(
        startedAt: number,
        number: string,
        direction: PastCall['direction'],
        shift: Shift,
        promise: Promised
    ): PastCall {
        const talk = talkOf(shift, direction, random, made.length);
        return add({
            reference: reference(startedAt),
            number,
            direction,
            process: shift.process,
            queue: direction === 'Inbound' ? `${shift.process}_QUEUE` : '',
            startedAt,
            ...talk,
            queueSeconds: Math.round(talk.queueSeconds * loadAt(startedAt).waiting),
            ...promise
        });
    }

    /** Every fifth conversation ends with a promise to call: later the same day, or the next day but Sunday. */
    function promiseOf(startedAt: number): Promised {
        if (!random.chance(0.2)) {
            return {};
        }
        const sameDay = Math.ceil(startedAt / HOUR) * HOUR + 2 * HOUR;
        const days = random.chance(0.35) ? 0 : 1 + random.below(2);
        const day = dayIn(timeZone, new Date(startedAt + days * DAY));
        const followUpAt =
            days === 0
                ? atWork(sameDay)
                : Date.parse(startOfDay(day, timeZone)) + (10 * 60 + 30 * random.below(16)) * MINUTE;
        return { followUpAt, disposition: 'CALLBACK' };
    }

    function keep({ followUpAt = 0, number }: PastCall, shift: Shift): void {
        const luck = random.next();
        if (luck < 0.62) {
            spoken(followUpAt - 10 * MINUTE + random.below(30) * MINUTE, number, 'Outbound', shift);
        } else if (luck < 0.8) {
            spoken(atWork(followUpAt + (3 + random.below(20)) * HOUR), number, 'Outbound', shift);
        } else if (luck < 0.88) {
            unanswered(followUpAt, number, shift);
        }
    }

    return {
        take(startedAt) {
            const number = callerAt(startedAt);
            const luck = random.next();
            if (luck < loadAt(startedAt).missed) {
                missed(startedAt, number);
            } else if (luck < 0.72) {
                spoken(startedAt, number, 'Inbound', shiftIn(random.chance(0.75) ? PROCESS_SUPPORT : PROCESS_SALES));
            } else if (luck < 0.92) {
                spoken(startedAt, number, 'Outbound', shiftIn(PROCESS_SALES));
            } else {
                unanswered(startedAt, number, shiftIn(PROCESS_SALES));
            }
        },
        owe(startedAt, followUpAt) {
            const shift = shiftIn(PROCESS_SUPPORT);
            conversation(startedAt, callerAt(startedAt), 'Inbound', shift, { followUpAt, disposition: 'CALLBACK' });
        },
        calls: () => made
    };
}
