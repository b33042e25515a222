import { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import type { Forwardable } from '../journal/journal.ts';
import { openPostgresJournal } from '../journal/postgresJournal.ts';
import { forwardableOver } from '../journal/sqliteJournal.ts';

/** How a thread reaches the journal: a port to the thread that holds the file, or a database that anybody may open. */
export const journalAccess = z.union([
    z.object({ port: z.instanceof(MessagePort) }),
    z.object({ postgres: z.string(), schema: z.string().optional() })
]);

export type JournalAccess = z.infer<typeof journalAccess>;

/** What has to be given away with the access, not copied. */
export function portsOf(access: JournalAccess): MessagePort[] {
    return 'port' in access ? [access.port] : [];
}

export async function forwardableBy(access: JournalAccess): Promise<Forwardable> {
    if ('port' in access) {
        return forwardableOver(access.port);
    }
    const { postgres, schema } = access;
    return openPostgresJournal({ url: postgres, ...(schema === undefined ? {} : { schema }) });
}
