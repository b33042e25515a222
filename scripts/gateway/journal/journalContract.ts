import type { Journal } from './journal.ts';
import { held, NOW, push, references, request, SECOND, settled, dead } from './journalSamples.ts';
import { describeKeeping } from './keepingContract.ts';

/** What every journal has to do. `open` gives a new, empty one; its limit is `limitBytes`, where it has one. */
export function describeJournal(open: (limitBytes?: number) => Promise<Journal>): void {
    let journal: Journal;

    beforeEach(async () => {
        journal = await open();
    });

    afterEach(() => journal.close());

    test('pushes that were brought at once are all there, each call once and its pushes in order', async () => {
        const pushes = Array.from({ length: 300 }, (_, index) => push(`R${index % 100}`, NOW, `n=${index}`));
        await Promise.all(pushes.map((one) => journal.append([one])));
        const calls = await journal.claim(request());
        expect(calls).toHaveLength(100);
        for (const { pushes: own } of calls) {
            const numbers = own.map(({ body }) => Number(body.slice(2)));
            expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
            expect(numbers).toHaveLength(3);
        }
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 300, dead: 0, quarantined: 0 });
    });

    test('a claimed call is nobody else’s until its lease ends', async () => {
        await journal.append([push('R1'), push('R2')]);
        expect(references(await journal.claim(request({ limit: 1 })))).toEqual(['R1']);
        expect(references(await journal.claim(request()))).toEqual(['R2']);
        await expect(journal.claim(request())).resolves.toEqual([]);
        const later = request({ now: NOW + 61 * SECOND, partialBefore: NOW + 61 * SECOND });
        expect(references(await journal.claim(later))).toEqual(['R1', 'R2']);
    });

    test('a settlement under a lost claim changes nothing', async () => {
        await journal.append([push('R1')]);
        const [first] = await journal.claim(request({ leaseUntil: NOW }));
        const [second] = await journal.claim(request());
        await journal.settle(first === undefined ? [] : [settled(first)], NOW);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 1 });
        await journal.settle(second === undefined ? [] : [settled(second)], NOW);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, oldestWaitingAt: undefined });
    });

    test('a push that came while its call was claimed waits for the next claim', async () => {
        await journal.append([push('R1', NOW, 'n=1')]);
        const calls = await journal.claim(request());
        await journal.append([push('R1', NOW, 'n=2')]);
        await expect(journal.claim(request())).resolves.toEqual([]);
        await journal.settle(calls.map(settled), NOW);
        await expect(journal.claim(request())).resolves.toMatchObject([{ attempts: 0, pushes: [{ body: 'n=2' }] }]);
    });

    test('fewer calls than a full batch are handed out only when the first has waited long enough', async () => {
        await journal.append([push('R1'), push('R2')]);
        await expect(journal.claim(request({ partialBefore: NOW - 1 }))).resolves.toEqual([]);
        await expect(journal.claim(request({ limit: 2, partialBefore: NOW - 1 }))).resolves.toHaveLength(2);
    });

    test('a retried call is due at its time, with what came since and the count of its attempts', async () => {
        await journal.append([push('R1', NOW, 'n=1')]);
        const calls = await journal.claim(request());
        const retry = { outcome: 'retry', attempts: 3, dueAt: NOW + SECOND, reason: 'UNABLE_TO_LOCK_ROW' } as const;
        await journal.settle(
            calls.map((call) => ({ ...held(call), ...retry })),
            NOW
        );
        await journal.append([push('R1', NOW, 'n=2')]);
        await expect(journal.claim(request())).resolves.toEqual([]);
        const later = request({ now: NOW + SECOND, partialBefore: NOW + SECOND });
        await expect(journal.claim(later)).resolves.toMatchObject([
            { reference: 'R1', attempts: 3, pushes: [{ body: 'n=1' }, { body: 'n=2' }] }
        ]);
    });

    test('a batch holds everything of its calls, however much else has come in between', async () => {
        await journal.append(Array.from({ length: 50 }, (_, index) => push(`R${index}`, NOW - 50 + index, 'n=1')));
        await journal.append([push('R0', NOW, 'n=2'), push('R7', NOW, 'n=3')]);
        const [first, ...others] = await journal.claim(request({ limit: 5 }));
        expect(first).toMatchObject({ reference: 'R0', pushes: [{ body: 'n=1' }, { body: 'n=2' }] });
        expect(references(others)).toEqual(['R1', 'R2', 'R3', 'R4']);
        const rest = await journal.claim(request());
        expect(rest).toHaveLength(45);
        expect(rest.find(({ reference }) => reference === 'R7')?.pushes).toHaveLength(2);
    });

    test('a call that was put off ends as any other, and what came for it meanwhile does not wait with it', async () => {
        const later = request({ now: NOW + SECOND, partialBefore: NOW + SECOND });
        const putOff = async (): Promise<void> => {
            const calls = await journal.claim(later);
            const retry = { outcome: 'retry', attempts: 2, dueAt: NOW + SECOND, reason: 'ROW' } as const;
            await journal.settle(
                calls.map((call) => ({ ...held(call), ...retry })),
                NOW
            );
        };
        await journal.append([push('R1', NOW, 'n=1'), push('R2', NOW, 'n=2')]);
        await putOff();
        await putOff();
        const calls = await journal.claim(later);
        expect(calls).toMatchObject([{ attempts: 2 }, { attempts: 2 }]);
        await journal.append([push('R1', NOW, 'n=3'), push('R2', NOW, 'n=4')]);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 4, dead: 0, oldestWaitingAt: NOW });
        await journal.settle(
            calls.map((call) => (call.reference === 'R1' ? settled(call) : dead(call))),
            NOW
        );
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 2, dead: 1 });
        const others = await journal.claim(later);
        expect(others).toMatchObject([
            { reference: 'R1', attempts: 0, pushes: [{ body: 'n=3' }] },
            { reference: 'R2', attempts: 0, pushes: [{ body: 'n=4' }] }
        ]);
        await journal.settle(others.map(settled), NOW);
        await expect(journal.replay({ since: NOW }, NOW)).resolves.toBe(4);
        await expect(journal.claim(later)).resolves.toMatchObject([
            { reference: 'R1', pushes: [{ body: 'n=1' }, { body: 'n=3' }] },
            { reference: 'R2', pushes: [{ body: 'n=2' }, { body: 'n=4' }] }
        ]);
    });

    test('a call that was given back keeps its place', async () => {
        await journal.append([push('R1', NOW - SECOND), push('R2')]);
        const calls = await journal.claim(request());
        const back = { outcome: 'retry', attempts: 0, reason: 'HTTP 503' } as const;
        await journal.settle(
            calls.map((call) => ({ ...held(call), ...back, dueAt: call.pushes[0]?.receivedAt ?? 0 })),
            NOW
        );
        await journal.append([push('R3', NOW - 2)]);
        expect(references(await journal.claim(request({ limit: 2 })))[0]).toBe('R1');
    });

    describeKeeping(open);
}
