import { callStatusLabel, decodeCallStatus, mergeSayings, daysOnServer } from '#contract';
import type { CallStatus, Saying } from '#contract';
import { callFields, callFieldsFromStatus } from '#call-record';
import { noExtras } from '../extraFields/extraValues.ts';
import type { ExtraReader, ExtraValue, ExtraValues } from '../extraFields/extraValues.ts';
import { parametersOf } from '../intake/parameters.ts';
import type { Parameters } from '../intake/parameters.ts';
import { problemTexts } from '../intake/problemText.ts';
import type { JournalledPush, Push } from '../journal/journal.ts';
import type { CallUpsert } from '../salesforce/salesforceCalls.ts';
import { keyOf } from '../serverKey.ts';
import type { NameSource } from '../serverKey.ts';

type Message = Push | JournalledPush;

export type MergedCall =
    | {
          readonly ok: true;
          readonly call: CallUpsert;
          readonly status: CallStatus;
          /** The newest message; milliseconds since 1970. */
          readonly receivedAt: number;
          /** Parameters whose value does not fit their extra field. */
          readonly unfit: readonly string[];
      }
    | { readonly ok: false; readonly problems: readonly string[] };

/**
 * What one call's pushes say together, oldest first. The payload keeps each message once, as it came, a line each.
 * Of extra fields, which have no ranks, the message that came into the journal last counts.
 * @param timeZone IANA name of the zone that ConVox's times are in
 * @param source the server that sent them
 */
export function mergePushes(
    reference: string,
    pushes: readonly Message[],
    timeZone: string,
    readExtras?: ExtraReader,
    source: NameSource = {}
): MergedCall {
    const messages = firstOfEach(pushes);
    const read = readMessages(messages, timeZone, readExtras, source);
    if (!read.ok) {
        return read;
    }
    const { sayings, extraFields, unfit } = read;
    const [first, ...others] = sayings;
    if (first === undefined) {
        return { ok: false, problems: ['no push'] };
    }
    const merged = mergeSayings([first, ...others]);
    const receivedAt = Math.max(...messages.map((push) => push.receivedAt));
    const payload = payloadOf(messages.map(framed));
    const fields = callFieldsFromStatus(
        merged,
        new Date(receivedAt).toISOString(),
        payload,
        daysOnServer(merged.status, timeZone)
    );
    fields[callFields.reference] = reference;
    const call = { reference, fields: { ...extraFields, ...fields } };
    return { ok: true, call, status: merged.status, receivedAt, unfit };
}

type ReadMessages =
    | {
          readonly ok: true;
          readonly sayings: readonly Saying[];
          readonly extraFields: Readonly<Record<string, ExtraValue>>;
          readonly unfit: readonly string[];
      }
    | { readonly ok: false; readonly problems: readonly string[] };

function readMessages(
    messages: readonly Message[],
    timeZone: string,
    readExtras: ExtraReader | undefined,
    source: NameSource
): ReadMessages {
    const sayings: Saying[] = [];
    const read: ExtraValues[] = [];
    for (const [index, push] of messages.entries()) {
        const { receivedAt } = push;
        const moment = { timeZone, now: new Date(receivedAt) };
        const decoded = decodeCallStatus(readAgain(push), moment);
        if (!decoded.ok) {
            return { ok: false, problems: problemTexts(decoded.problems, callStatusLabel) };
        }
        const order = 'seq' in push ? push.seq : index;
        const extras = isRepeated(push) || !readExtras ? noExtras : readExtras(readAgain(push), moment);
        read.push(extras);
        const quality = [...decoded.value.quality, ...extras.quality];
        sayings.push({ status: statusWithKeys({ ...decoded.value, quality }, source), receipt: { receivedAt, order } });
    }
    const extraFields = Object.fromEntries(read.flatMap(({ values }) => Object.entries(values)));
    return { ok: true, sayings, extraFields, unfit: read.flatMap(({ unfit }) => unfit) };
}

/** Said before, in a message that was sent already: it must not take the place of what was said since. */
function isRepeated(push: Message): boolean {
    return 'first' in push && push.first !== undefined;
}

/** Agent and process as Salesforce has records of them. */
function statusWithKeys(status: CallStatus, source: NameSource): CallStatus {
    const { agentCode, processName } = status;
    return { ...status, agentCode: keyOf(source, agentCode), processName: keyOf(source, processName) };
}

/** The same message again says nothing new: when it was received first counts. */
function firstOfEach(pushes: readonly Message[]): Message[] {
    const first = new Map<string, Message>();
    for (const said of pushes) {
        const push = 'seq' in said ? { ...said, ...said.first } : said;
        const other = first.get(push.body);
        if (other === undefined || push.receivedAt < other.receivedAt) {
            first.set(push.body, push);
        }
    }
    return [...first.values()];
}

/** Leaves room in the record's field for the mark that the flow puts behind an earlier message. */
const MOST_CHARACTERS = 32_765;
const LEFT_OUT = '«…»';

/** All messages, or the first and as many of the newest as fit whole. */
function payloadOf(messages: readonly string[]): string {
    const all = messages.join('\n');
    if (all.length <= MOST_CHARACTERS) {
        return all;
    }
    const [first = '', ...others] = messages;
    const newest: string[] = [];
    let room = MOST_CHARACTERS - first.length - LEFT_OUT.length - 1;
    for (const message of others.toReversed()) {
        room -= message.length + 1;
        if (room < 0) {
            break;
        }
        newest.unshift(message);
    }
    return [first, LEFT_OUT, ...newest].join('\n').slice(0, MOST_CHARACTERS);
}

/** The frame lets the flow find it among others. */
function framed({ body }: Push): string {
    return `«${body.replaceAll('\n', ' ')}»`;
}

function readAgain({ shape, body }: Push): Parameters {
    try {
        return parametersOf(shape, body);
    } catch {
        // Nested deeper than this process can follow; the decoder then names what is missing.
        return [];
    }
}
