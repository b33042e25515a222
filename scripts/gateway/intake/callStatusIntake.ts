import { JournalFull } from '../journal/journal.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { GatewayMetrics } from '../metrics.ts';
import { bodyText } from './bodyText.ts';
import { accepted, rejected } from './envelope.ts';
import type { Answer } from './envelope.ts';
import { isMultipart, plainForm } from './multipart.ts';
import type { RequestBody } from './requestBody.ts';
import { understand } from './understoodPush.ts';
import type { PushSource } from './understoodPush.ts';
import { errorText } from '../systemError.ts';

export interface CallStatusOptions {
    readonly journal: Journal;
    readonly source: PushSource;
    readonly clock: () => Date;
    readonly log: Log;
    readonly metrics: GatewayMetrics;
}

/** Seconds after which a journal that is full or fails is worth another try. */
const RETRY_AFTER = '30';

const ACCEPTED = accepted('Call status updated successfully');

/** One request as it came, whatever brought it. */
export interface ReceivedRequest {
    readonly method: string;
    /** What the request is called in logs and in the answer. */
    readonly id?: string | undefined;
    readonly contentType: string;
    /** Body of a POST, query of a GET. */
    readonly read: RequestBody;
}

export type CallStatusIntake = (received: ReceivedRequest) => Promise<Answer>;

/**
 * Takes call statuses and answers 200 only when they are on disk. A push that makes no sense gets 400 with the names of
 * what is wrong and is kept in quarantine; 503 with `Retry-After` means that nothing could be kept.
 */
export function callStatusIntake(options: CallStatusOptions): CallStatusIntake {
    const { source } = options;
    const { server } = source;
    return async ({ method, id, contentType, read }) => {
        const { bytes } = read;
        if (!read.ok && read.lost !== undefined) {
            options.metrics.refused(read.lost);
            return rejected(read.lost === 'too large' ? 413 : 400, read.reason);
        }
        const receivedAt = options.clock().getTime();
        const plain = isMultipart(contentType) ? await plainForm(read, contentType) : read;
        const understood = plain.ok
            ? understand(bodyText(plain.bytes, contentType), contentType, receivedAt, source)
            : plain;
        if (understood.ok) {
            return keep(
                options,
                id,
                () => options.journal.append(understood.pushes),
                () => {
                    options.metrics.accepted(understood.pushes.length, bytes.byteLength, server);
                    return ACCEPTED;
                }
            );
        }
        const { reason } = understood;
        return keep(
            options,
            id,
            () =>
                options.journal.quarantine({
                    receivedAt,
                    contentType,
                    method,
                    body: bytes,
                    reason,
                    ...(server !== undefined && { server })
                }),
            (dropped) => {
                options.metrics.quarantined(dropped);
                options.log({ level: 'warn', event: 'push put into quarantine', request: id, method, reason });
                if (dropped > 0) {
                    options.log({ level: 'error', event: 'quarantine is full, oldest requests dropped', dropped });
                }
                return rejected(400, `Invalid parameters: ${reason}`);
            }
        );
    };
}

async function keep<Kept>(
    { log, metrics }: CallStatusOptions,
    request: string | undefined,
    write: () => Promise<Kept>,
    answer: (kept: Kept) => Answer
): Promise<Answer> {
    try {
        return answer(await write());
    } catch (error) {
        const full = error instanceof JournalFull;
        metrics.refused(full ? 'journal full' : 'journal failed');
        log({
            level: 'error',
            event: 'push not stored',
            request,
            reason: errorText(error)
        });
        return rejected(503, 'The call status could not be stored now, send it again later', {
            'retry-after': RETRY_AFTER
        });
    }
}
