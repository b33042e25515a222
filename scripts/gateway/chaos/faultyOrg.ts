import { z } from 'zod';
import { CALL_REFERENCE_FIELD } from '#call-record';
import type { WebApp } from '../../node/listen.ts';
import { createRandom } from '../../node/seededRandom.ts';

const upsertBody = z.object({ allOrNone: z.boolean(), records: z.array(z.record(z.string(), z.unknown())) });

const locked = {
    success: false,
    errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access', fields: [] }]
};

/** What can happen to a request, with its share. The rest is answered. */
const FATES = [
    { fault: '503', share: 0.1 },
    { fault: '429', share: 0.06 },
    { fault: 'session expired', share: 0.05 },
    { fault: 'answer lost after saving', share: 0.1 },
    { fault: 'no answer after saving', share: 0.05 },
    { fault: 'saved after the gateway gave up', share: 0.07 }
] as const;

type Fault = (typeof FATES)[number]['fault'];

const LOCKED_SHARE = 0.03;

export interface FaultyOrg extends WebApp {
    /** How often each fault was made. */
    readonly faults: ReadonlyMap<string, number>;
    /** Resolves when nothing is left to be saved late. */
    settled(): Promise<void>;
}

export interface FaultyOrgOptions {
    readonly seed: number;
    /** Milliseconds after which a gateway has given a request up. */
    readonly givenUpAfter: number;
    /** Calls back after so many milliseconds. */
    readonly after: (milliseconds: number, work: () => void) => void;
}

/**
 * A Salesforce that has bad days: it answers 503, 429 and 401, locks rows, loses answers after it has saved, and saves what
 * its client has long given up. The fate of the nth request, and of a call's nth save, depends on the seed alone.
 */
export function faultyOrg(org: WebApp, { seed, givenUpAfter, after }: FaultyOrgOptions): FaultyOrg {
    const random = createRandom(seed);
    const faults = new Map<string, number>();
    const saves = new Map<string, number>();
    let late = Promise.resolve();
    const note = (fault: string): void => void faults.set(fault, (faults.get(fault) ?? 0) + 1);

    function nextFate(): Fault | undefined {
        let left = random.next();
        return FATES.find(({ share }) => (left -= share) < 0)?.fault;
    }

    function isLocked(reference: string): boolean {
        const save = (saves.get(reference) ?? 0) + 1;
        saves.set(reference, save);
        const word = [...`${reference}/${save}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, seed);
        return createRandom(word).chance(LOCKED_SHARE);
    }

    async function upsert(request: Request, text: string): Promise<Response> {
        const body = upsertBody.parse(JSON.parse(text));
        const lockedRows = body.records.map((record) => isLocked(String(record[CALL_REFERENCE_FIELD])));
        const records = body.records.filter((_, index) => !lockedRows[index]);
        const { url, headers } = request;
        const answer = await org.fetch(
            new Request(url, { method: 'PATCH', headers, body: JSON.stringify({ ...body, records }) })
        );
        if (!answer.ok || !lockedRows.includes(true)) {
            return answer;
        }
        note('row lock');
        const rows = z.array(z.unknown()).parse(await answer.json());
        const results = rows.values();
        return Response.json(lockedRows.map((row) => (row ? locked : results.next().value)));
    }

    function saveLate(request: Request, text: string): Promise<Response> {
        const saved = new Promise<void>((resolve) => {
            after(givenUpAfter * 2, () => void upsert(request, text).then(() => resolve()));
        });
        late = late.then(() => saved);
        return nothing();
    }

    async function answerAs(fate: Fault | undefined, request: Request): Promise<Response> {
        switch (fate) {
            case '503':
                return new Response('down', { status: 503 });
            case '429':
                return new Response('slow down', { status: 429, headers: { 'retry-after': '0.1' } });
            case 'session expired':
                return Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }], { status: 401 });
            case 'saved after the gateway gave up':
                return saveLate(request, await request.text());
            case 'answer lost after saving':
                await upsert(request, await request.text());
                return new Response('lost', { status: 502 });
            case 'no answer after saving':
                await upsert(request, await request.text());
                return nothing();
            case undefined:
                return upsert(request, await request.text());
        }
    }

    return {
        faults,
        settled: () => late,
        fetch(request, bindings) {
            if (request.method !== 'PATCH') {
                return org.fetch(request, bindings);
            }
            const fate = nextFate();
            if (fate !== undefined) {
                note(fate);
            }
            return answerAs(fate, request);
        }
    };
}

function nothing(): Promise<Response> {
    return new Promise(() => undefined);
}
