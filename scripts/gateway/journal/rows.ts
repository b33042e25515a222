import { z } from 'zod';
import type { AgentNews } from '../agentStates/agentNews.ts';
import { agentStates, newsSources } from '../agentStates/agentState.ts';
import type { Arrival, DeadLetter, JournalledPush, QuarantinedPush } from './journal.ts';

/** PostgreSQL's driver gives 64-bit numbers as text. */
const whole = z.coerce.number().int();
const shape = z.enum(['form', 'json']);

const pushRow = z.object({
    seq: whole,
    reference: z.string(),
    received_at: whole,
    shape,
    body: z.string(),
    server: z.string(),
    reason: z.string().nullish()
});

/** A push as a statement of SQLite that returns arrays gives it: see `PUSH_COLUMNS`. */
const pushTuple = z.tuple([z.int(), z.string(), z.int(), shape, z.string(), z.string()]);

const quarantineRow = z.object({
    id: whole,
    received_at: whole,
    method: z.string(),
    content_type: z.string(),
    body: z.instanceof(Uint8Array),
    reason: z.string(),
    server: z.string()
});

const agentRow = z.object({
    server: z.string(),
    agent_code: z.string(),
    state: z.enum(agentStates),
    since: whole,
    source: z.enum(newsSources),
    detail: z.string()
});

export function agentNews(row: unknown): AgentNews {
    const { server, agent_code: agentCode, ...rest } = agentRow.parse(row);
    return { ...rest, agentCode, ...of(server) };
}

export function journalledPush(row: unknown): JournalledPush {
    const { seq, reference, received_at: receivedAt, shape: form, body, server } = pushRow.parse(row);
    return { seq, reference, receivedAt, shape: form, body, ...of(server) };
}

export function pushFromTuple(row: unknown): JournalledPush {
    const [seq, reference, receivedAt, form, body, server] = pushTuple.parse(row);
    return { seq, reference, receivedAt, shape: form, body, ...of(server) };
}

const arrivalRow = z.object({ seq: whole, received_at: whole });

export function arrival(row: unknown): Arrival {
    const { seq, received_at: receivedAt } = arrivalRow.parse(row);
    return { seq, receivedAt };
}

export function deadLetter(row: unknown): DeadLetter {
    return { ...journalledPush(row), reason: pushRow.parse(row).reason ?? '' };
}

export function quarantinedPush(row: unknown): QuarantinedPush {
    const { received_at: receivedAt, content_type: contentType, server, ...rest } = quarantineRow.parse(row);
    return { ...rest, receivedAt, contentType, ...of(server) };
}

/** The default server has no code in a row. */
function of(server: string): { readonly server?: string } {
    return server === '' ? {} : { server };
}
