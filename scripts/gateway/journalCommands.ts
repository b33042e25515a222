import { bodyText } from './intake/bodyText.ts';
import { isMultipart, plainForm } from './intake/multipart.ts';
import { understand } from './intake/understoodPush.ts';
import type { Understood } from './intake/understoodPush.ts';
import { zoneOf } from './serverZones.ts';
import type { ServerZones } from './serverZones.ts';
import type { DeadLetter, Journal, QuarantinedPush, ReplaySelection } from './journal/journal.ts';
import { errorText } from './systemError.ts';

/** What a command works on. `print` gets one line at a time. */
export interface JournalCommand {
    readonly journal: Journal;
    readonly zones: ServerZones;
    readonly print: (line: string) => void;
}

const PAGE = 200;
const PROGRESS_EVERY = 100;

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Everything of a list that comes in pages. */
async function* all<Row>(
    page: (after: number) => Promise<readonly Row[]>,
    idOf: (row: Row) => number
): AsyncGenerator<Row> {
    let rows = await page(0);
    while (rows.length > 0) {
        yield* rows;
        rows = await page(Math.max(...rows.map(idOf)));
    }
}

export async function printStatus({ journal, print }: JournalCommand): Promise<void> {
    const { waiting, oldestWaitingAt, dead, quarantined, bytes } = await journal.counts();
    const since = oldestWaitingAt === undefined ? '' : `, the oldest since ${instant(oldestWaitingAt)}`;
    print(`${waiting} pushes wait for Salesforce${since}`);
    print(`${dead} dead letters, ${quarantined} requests in quarantine, ${(bytes / 1024 ** 2).toFixed(1)} MB on disk`);
}

export function deadLetters(journal: Journal): AsyncGenerator<DeadLetter> {
    return all(
        (after) => journal.deadLetters({ after, limit: PAGE }),
        ({ seq }) => seq
    );
}

export async function listDeadLetters({ journal, print }: JournalCommand): Promise<void> {
    let count = 0;
    for await (const { seq, receivedAt, reference, reason } of deadLetters(journal)) {
        print(`${seq}\t${instant(receivedAt)}\t${reference}\t${reason}`);
        count += 1;
    }
    print(`${count} dead letters`);
}

/** Shows what ConVox sent, customers' data included: it goes to who asked, and nowhere else. */
export async function showDeadLetter({ journal, print }: JournalCommand, id: number): Promise<void> {
    const [letter] = await journal.deadLetters({ after: id - 1, limit: 1 });
    if (letter?.seq !== id) {
        throw new Error(`No dead letter has the number ${id}`);
    }
    print(`Received ${instant(letter.receivedAt)}, refused: ${letter.reason}`);
    print(letter.body);
}

export async function replayDeadLetters(command: JournalCommand, ids: readonly number[] | 'all'): Promise<void> {
    const count = await replay(command, { deadLetters: ids });
    command.print(`${count} pushes wait for Salesforce again, with what came after them for the same calls`);
}

export async function replaySince(command: JournalCommand, since: number): Promise<void> {
    command.print(`Sending again what arrived since ${instant(since)} ...`);
    const { waiting } = await command.journal.counts();
    const count = await replay(command, { since });
    command.print(`${count} pushes wait for Salesforce again, besides ${waiting} that already did`);
}

function replay({ journal, print }: JournalCommand, selection: ReplaySelection): Promise<number> {
    return journal.replay(selection, (count) => print(`${count} pushes so far ...`));
}

export function quarantine(journal: Journal): AsyncGenerator<QuarantinedPush> {
    return all(
        (after) => journal.quarantined({ after, limit: PAGE }),
        ({ id }) => id
    );
}

export async function listQuarantine({ journal, print }: JournalCommand): Promise<void> {
    let count = 0;
    for await (const { id, receivedAt, method, body, reason } of quarantine(journal)) {
        print(`${id}\t${instant(receivedAt)}\t${method}\t${body.byteLength} bytes\t${reason}`);
        count += 1;
    }
    print(`${count} requests in quarantine`);
}

/** Shows the request as it came: see `showDeadLetter`. */
export async function showQuarantined({ journal, print }: JournalCommand, id: number): Promise<void> {
    const [kept] = await journal.quarantined({ after: id - 1, limit: 1 });
    if (kept?.id !== id) {
        throw new Error(`Nothing in quarantine has the number ${id}`);
    }
    print(`${kept.method} of ${instant(kept.receivedAt)}, ${kept.contentType || 'no content type'}: ${kept.reason}`);
    print(bodyText(kept.body, kept.contentType));
}

/** Tries again to understand what is in quarantine; what is understood now waits for Salesforce, the rest stays. */
export async function replayQuarantine(
    { journal, zones, print }: JournalCommand,
    ids: readonly number[] | 'all'
): Promise<void> {
    const wanted = new Set(ids === 'all' ? [] : ids);
    let tried = 0;
    let released = 0;
    for await (const kept of quarantine(journal)) {
        if (ids !== 'all' && !wanted.has(kept.id)) {
            continue;
        }
        tried += 1;
        const sent = { ok: true, bytes: kept.body } as const;
        const plain = isMultipart(kept.contentType) ? await plainForm(sent, kept.contentType) : sent;
        const understood = plain.ok ? understoodAgain(kept, plain.bytes, zones) : plain;
        if (understood.ok) {
            await journal.release(kept.id, understood.pushes).then(
                () => (released += 1),
                (error: unknown) => print(`${kept.id}\tnot released: ${errorText(error)}`)
            );
        } else {
            print(`${kept.id}\tstill not understood: ${understood.reason}`);
        }
        if (tried % PROGRESS_EVERY === 0) {
            print(`${tried} tried, ${released} released ...`);
        }
    }
    print(`${released} of ${tried} requests wait for Salesforce now`);
}

function understoodAgain(
    { contentType, receivedAt, server }: QuarantinedPush,
    bytes: Uint8Array,
    zones: ServerZones
): Understood {
    const timeZone = zoneOf(zones, server);
    return timeZone === undefined
        ? { ok: false, reason: `the server ${server} is not set up` }
        : understand(bodyText(bytes, contentType), contentType, receivedAt, {
              timeZone,
              others: Object.keys(zones.serverZones ?? {}),
              ...(server !== undefined && { server })
          });
}
