import type { ListMember } from 'c/convoxListMember';
import { MOST_ROWS } from 'c/convoxListUpload';
import type { SentChunk } from './sendChunk.ts';

/** Bytes of a form that the rows of a chunk may take: the gateway reads 64 KiB. */
const MOST_BYTES = 60_000;

/** Bytes of a row beside its columns: id, number and signs between them. */
const FRAME = 60;

/** One chunk after the other, as long as somebody wants it, and something is answered. */
export async function sendAll(
    members: readonly ListMember[],
    send: (chunk: readonly ListMember[]) => Promise<SentChunk>,
    isWanted: (sent: SentChunk) => boolean
): Promise<void> {
    const chunk = chunkOf(members);
    if (chunk.length === 0) {
        return;
    }
    const sent = await send(chunk);
    if (isWanted(sent) && sent.stop === '') {
        await sendAll([...sent.again, ...members.slice(chunk.length)], send, isWanted);
    }
}

/** As many as go together. */
export function chunkOf(members: readonly ListMember[]): readonly ListMember[] {
    let bytes = 0;
    const first = members.slice(0, MOST_ROWS);
    const end = first.findIndex((member) => {
        bytes += bytesOf(member);
        return bytes > MOST_BYTES;
    });
    return end < 0 ? first : first.slice(0, Math.max(1, end));
}

/** As a form has it: a sign beyond ASCII takes up to nine. */
function bytesOf({ columns }: ListMember): number {
    return FRAME + new URLSearchParams({ columns: columns.join('|') }).toString().length;
}
