import type { Stop } from '../wires/wireAdapter.ts';
import type { OrgAnswer } from '../org/orgRequest.ts';

type Listener = (answer: OrgAnswer) => void;

interface Entry {
    readonly listeners: Set<Listener>;
    readonly ask: () => Promise<OrgAnswer>;
    answer?: OrgAnswer;
    /** Milliseconds of the clock. */
    answeredAt: number;
    /** The request on its way, shared by everyone who wants the same. */
    pending?: Promise<OrgAnswer>;
}

/** How long Lightning Data Service shows a record without asking again. */
const FRESH_MILLISECONDS = 30_000;

/**
 * Answers shared by everyone who asks the same: one request for one key while its answer is fresh, and everyone who
 * listens hears of newer answers.
 */
export class LiveQueries {
    #entries = new Map<string, Entry>();
    #now: () => number;

    constructor(now: () => number = () => performance.now()) {
        this.#now = now;
    }

    /** Listens to the answers for a key; `ask` makes the request when there is no fresh answer. */
    listen(key: string, ask: () => Promise<OrgAnswer>, listener: Listener): Stop {
        const entry = this.#entries.get(key) ?? { listeners: new Set(), ask, answeredAt: Number.NEGATIVE_INFINITY };
        this.#entries.set(key, entry);
        entry.listeners.add(listener);
        if (entry.answer?.ok && this.#now() - entry.answeredAt < FRESH_MILLISECONDS) {
            listener(entry.answer);
        } else {
            void this.#request(entry);
        }
        return () => entry.listeners.delete(listener);
    }

    /** Asks again for every key that someone listens to and that `concerns`; forgets the others that do. */
    async refresh(concerns: (key: string) => boolean): Promise<void> {
        const requests: Promise<OrgAnswer>[] = [];
        for (const [key, entry] of this.#entries) {
            if (concerns(key)) {
                if (entry.listeners.size > 0) {
                    // An answer that is already on its way may predate the change.
                    delete entry.pending;
                    requests.push(this.#request(entry));
                } else {
                    this.#entries.delete(key);
                }
            }
        }
        await Promise.all(requests);
    }

    #request(entry: Entry): Promise<OrgAnswer> {
        if (entry.pending) {
            return entry.pending;
        }
        const request: Promise<OrgAnswer> = entry.ask().then((answer) => {
            if (entry.pending === request) {
                delete entry.pending;
                entry.answer = answer;
                entry.answeredAt = this.#now();
                for (const listener of [...entry.listeners]) {
                    listener(answer);
                }
            }
            return answer;
        });
        entry.pending = request;
        return request;
    }
}
