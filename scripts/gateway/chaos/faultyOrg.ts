import { z } from 'zod';
import type { WebApp } from '../../http/listen.ts';
import { createRandom } from './seededRandom.ts';

const upsertBody = z.object({ allOrNone: z.boolean(), records: z.array(z.record(z.string(), z.unknown())) });

const locked = {
    success: false,
    errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access', fields: [] }]
};

export interface FaultyOrg extends WebApp {
    /** How often each fault was made. */
    readonly faults: ReadonlyMap<string, number>;
}

/**
 * A Salesforce that has bad days: it answers 503, 429 and 401, locks rows, and loses answers after it has saved. It never
 * saves later than it was asked to.
 */
export function faultyOrg(org: WebApp, seed: number): FaultyOrg {
    const random = createRandom(seed);
    const faults = new Map<string, number>();
    const note = (fault: string): void => void faults.set(fault, (faults.get(fault) ?? 0) + 1);

    async function upsert(request: Request): Promise<Response> {
        const body = upsertBody.parse(await request.json());
        const isLocked = body.records.map(() => random.chance(0.03));
        const records = body.records.filter((_, index) => !isLocked[index]);
        const answer = await org.fetch(
            new Request(request.url, {
                method: 'PATCH',
                headers: request.headers,
                body: JSON.stringify({ ...body, records })
            })
        );
        if (!answer.ok || !isLocked.includes(true)) {
            return answer;
        }
        note('row lock');
        const rows = z.array(z.unknown()).parse(await answer.json());
        const results = rows.values();
        return Response.json(isLocked.map((lockedRow) => (lockedRow ? locked : results.next().value)));
    }

    return {
        faults,
        async fetch(request, bindings) {
            if (request.method !== 'PATCH') {
                return org.fetch(request, bindings);
            }
            const fate = random.next();
            if (fate < 0.06) {
                note('503');
                return new Response('down', { status: 503 });
            }
            if (fate < 0.09) {
                note('429');
                return new Response('slow down', { status: 429, headers: { 'retry-after': '0.1' } });
            }
            if (fate < 0.11) {
                note('session expired');
                return Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }], { status: 401 });
            }
            const answer = await upsert(request);
            if (fate < 0.16) {
                note('answer lost after saving');
                return new Response('lost', { status: 502 });
            }
            if (fate < 0.19) {
                note('no answer after saving');
                return new Promise<Response>(() => undefined);
            }
            return answer;
        }
    };
}
