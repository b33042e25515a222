import { describeAgents } from './agentsContract.ts';
import type { Journal } from './journal.ts';
import { clock, held, NOW, push, references, request, SECOND, settled, dead } from './journalSamples.ts';
import { describeKeeping } from './keepingContract.ts';

/** What every journal has to do. `open` gives a new, empty one on the `clock` of the samples; its limit is `limitBytes`. */
export function describeJournal(open: (limitBytes?: number) => Promise<Journal>): void {
    let journal: Journal;

    beforeEach(async () => {
        clock.now = NOW;
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
        clock.now += 61 * SECOND;
        expect(references(await journal.claim(request()))).toEqual(['R1', 'R2']);
    });

    test('a settlement under a lost claim changes nothing', async () => {
        await journal.append([push('R1')]);
        const [first] = await journal.claim(request({ lease: 0 }));
        const [second] = await journal.claim(request());
        await journal.settle(first === undefined ? [] : [settled(first)]);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 1 });
        await journal.settle(second === undefined ? [] : [settled(second)]);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, oldestWaitingAt: undefined });
    });

    test('a push that came while its call was claimed waits for the next claim', async () => {
        await journal.append([push('R1', NOW, 'n=1')]);
        const calls = await journal.claim(request());
        await journal.append([push('R1', NOW, 'n=2')]);
        await expect(journal.claim(request())).resolves.toEqual([]);
        await journal.settle(calls.map(settled));
        await expect(journal.claim(request())).resolves.toMatchObject([{ attempts: 0, pushes: [{ body: 'n=2' }] }]);
    });

    test.each([
        ['again after a minute', [push('R1', NOW + 60 * SECOND, 'n=1')], [1]],
        ['again beside a new one', [push('R1', NOW + SECOND, 'n=2'), push('R1', NOW + SECOND, 'n=1')], [undefined, 1]],
        ['twice more', [push('R1', NOW + SECOND, 'n=1'), push('R1', NOW + SECOND, 'n=1')], [1, 1]],
        ['for another call', [push('R2', NOW + SECOND, 'n=1')], [undefined]],
        ['of the same length', [push('R1', NOW + SECOND, 'n=3')], [undefined]]
    ])('a push that comes %s tells when its message came first', async (_, pushes, firsts) => {
        await journal.append([push('R1', NOW, 'n=1')]);
        await journal.settle((await journal.claim(request())).map(settled));
        clock.now += 60 * SECOND;
        await journal.append(pushes);
        const claimed = (await journal.claim(request())).flatMap((call) => call.pushes);
        const expected = firsts.map((seq) => (seq === undefined ? undefined : { seq, receivedAt: NOW }));
        expect(claimed.map(({ first }) => first)).toEqual(expected);
    });

    test('fewer calls than a full batch are handed out only when the first has waited long enough', async () => {
        await journal.append([push('R1'), push('R2')]);
        await expect(journal.claim(request({ partialAfter: 1 }))).resolves.toEqual([]);
        await expect(journal.claim(request({ limit: 2, partialAfter: 1 }))).resolves.toHaveLength(2);
    });

    test('a retried call is due at its time, with what came since and the count of its attempts', async () => {
        await journal.append([push('R1', NOW, 'n=1')]);
        const calls = await journal.claim(request());
        const retry = { outcome: 'retry', attempts: 3, pause: SECOND, reason: 'UNABLE_TO_LOCK_ROW' } as const;
        await journal.settle(calls.map((call) => ({ ...held(call), ...retry })));
        await journal.append([push('R1', NOW, 'n=2')]);
        await expect(journal.claim(request())).resolves.toEqual([]);
        clock.now += SECOND;
        await expect(journal.claim(request())).resolves.toMatchObject([
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
        const putOff = async (): Promise<void> => {
            const calls = await journal.claim(request());
            const retry = { outcome: 'retry', attempts: 2, pause: SECOND, reason: 'ROW' } as const;
            await journal.settle(calls.map((call) => ({ ...held(call), ...retry })));
            clock.now += SECOND;
        };
        await journal.append([push('R1', NOW, 'n=1'), push('R2', NOW, 'n=2')]);
        await putOff();
        await putOff();
        const calls = await journal.claim(request());
        expect(calls).toMatchObject([{ attempts: 2 }, { attempts: 2 }]);
        await journal.append([push('R1', NOW, 'n=3'), push('R2', NOW, 'n=4')]);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 4, dead: 0, oldestWaitingAt: NOW });
        await journal.settle(calls.map((call) => (call.reference === 'R1' ? settled(call) : dead(call))));
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 2, dead: 1 });
        const others = await journal.claim(request());
        expect(others).toMatchObject([
            { reference: 'R1', attempts: 0, pushes: [{ body: 'n=3' }] },
            { reference: 'R2', attempts: 0, pushes: [{ body: 'n=4' }] }
        ]);
        await journal.settle(others.map(settled));
        await expect(journal.replay({ since: NOW })).resolves.toBe(4);
        await expect(journal.claim(request())).resolves.toMatchObject([
            { reference: 'R1', pushes: [{ body: 'n=1' }, { body: 'n=3' }] },
            { reference: 'R2', pushes: [{ body: 'n=2' }, { body: 'n=4' }] }
        ]);
    });

    test('a call that was given back keeps its place', async () => {
        await journal.append([push('R1', NOW - SECOND), push('R2')]);
        const calls = await journal.claim(request());
        await journal.settle(
            calls.map((call) => ({ ...held(call), outcome: 'returned', attempts: call.attempts, place: call.place }))
        );
        await journal.append([push('R3', NOW - 2)]);
        expect(references(await journal.claim(request({ limit: 2 })))[0]).toBe('R1');
    });

    test('a call that was put off and is given back is due at once, with its attempts', async () => {
        await journal.append([push('R1')]);
        const [first] = await journal.claim(request());
        await journal.settle(
            first ? [{ ...held(first), outcome: 'retry', attempts: 2, pause: SECOND, reason: 'ROW' }] : []
        );
        clock.now += SECOND;
        const calls = await journal.claim(request());
        await journal.settle(
            calls.map((call) => ({ ...held(call), outcome: 'returned', attempts: call.attempts, place: call.place }))
        );
        await expect(journal.claim(request())).resolves.toMatchObject([{ reference: 'R1', attempts: 2 }]);
    });

    test.each([
        ['forward', 6 * 3600],
        ['back', -6 * 3600]
    ])('a clock that is set %s keeps nothing waiting, whatever was put off or held before', async (_, seconds) => {
        await journal.append([push('R1'), push('R2'), push('R3')]);
        const [first] = await journal.claim(request({ limit: 1 }));
        await journal.settle(
            first ? [{ ...held(first), outcome: 'retry', attempts: 1, pause: SECOND, reason: 'ROW' }] : []
        );
        clock.now += seconds * SECOND;
        await journal.append([push('R4', clock.now)]);
        const claimed = await journal.claim(request({ limit: 4, partialAfter: SECOND }));
        expect(references(claimed).toSorted()).toEqual(['R1', 'R2', 'R3', 'R4']);
        await journal.settle(claimed.map(settled));
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 0 });
    });

    test('a claim ends when it is large enough, and what is left of a call comes next, in order', async () => {
        const large = (number: number): string => `n=${number}&${'x'.repeat(10_000)}`;
        await journal.append([push('R0', NOW, 'n=0')]);
        await journal.append(Array.from({ length: 30 }, (_, index) => push('R1', NOW, large(index))));
        await journal.append([push('R2', NOW, 'n=0')]);
        const seen: string[] = [];
        const calls = new Set<string>();
        let claims = 0;
        for (;;) {
            const claimed = await journal.claim(request({ mostBytes: 100_000 }));
            if (claimed.length === 0) {
                break;
            }
            claims += 1;
            const pushes = claimed.flatMap((call) => call.pushes);
            expect(pushes.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThan(130_000);
            pushes.filter(({ reference }) => reference === 'R1').forEach(({ body }) => seen.push(body));
            claimed.forEach(({ reference }) => calls.add(reference));
            await journal.settle(claimed.map(settled));
        }
        expect(claims).toBeLessThan(6);
        expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => large(index)));
        expect([...calls].toSorted()).toEqual(['R0', 'R1', 'R2']);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 0 });
    });

    test('a large call that was put off comes in parts too', async () => {
        await journal.append(
            Array.from({ length: 30 }, (_, index) => push('R1', NOW, `n=${index}&${'x'.repeat(10_000)}`))
        );
        const putOff = await journal.claim(request({ mostBytes: 100_000 }));
        await journal.settle(
            putOff.map((call) => ({ ...held(call), outcome: 'retry', attempts: 1, pause: SECOND, reason: 'ROW' }))
        );
        clock.now += SECOND;
        let count = 0;
        for (let calls = await journal.claim(request({ mostBytes: 100_000 })); calls.length > 0;) {
            const pushes = calls.flatMap((call) => call.pushes);
            expect(pushes.length).toBeLessThan(12);
            count += pushes.length;
            await journal.settle(calls.map(settled));
            calls = await journal.claim(request({ mostBytes: 100_000 }));
        }
        expect(count).toBe(30);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 0 });
    });

    describeKeeping(open);
    describeAgents(open);
}
