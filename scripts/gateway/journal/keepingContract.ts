import type { Journal } from './journal.ts';
import { clock, dead, held, NOW, push, references, request, SECOND, settled } from './journalSamples.ts';
import { KEPT_IN_QUARANTINE } from './states.ts';

/** What every journal has to do for an administrator: dead letters, replay, quarantine, retention. */
export function describeKeeping(open: (limitBytes?: number) => Promise<Journal>): void {
    let journal: Journal;

    beforeEach(async () => {
        clock.now = NOW;
        journal = await open();
    });

    afterEach(() => journal.close());

    test('dead letters are listed with their reason, and replayed with what came after them', async () => {
        await journal.append([push('R1', NOW, 'n=1'), push('R2', NOW, 'n=2')]);
        await journal.settle((await journal.claim(request())).map(dead));
        await journal.append([push('R1', NOW, 'n=3')]);
        await journal.settle((await journal.claim(request())).map(settled));

        const letters = await journal.deadLetters({ after: 0, limit: 10 });
        expect(letters).toMatchObject([
            { reference: 'R1', body: 'n=1', reason: 'STRING_TOO_LONG', receivedAt: NOW, shape: 'form' },
            { reference: 'R2', body: 'n=2' }
        ]);
        await expect(journal.deadLetters({ after: letters[0]?.seq ?? 0, limit: 10 })).resolves.toHaveLength(1);

        await expect(journal.replay({ deadLetters: [letters[0]?.seq ?? 0] })).resolves.toBe(2);
        await expect(journal.claim(request())).resolves.toMatchObject([
            { reference: 'R1', pushes: [{ body: 'n=1' }, { body: 'n=3' }] }
        ]);
        await expect(journal.replay({ deadLetters: 'all' })).resolves.toBe(1);
        await expect(journal.replay({ deadLetters: [999_999] })).resolves.toBe(0);
    });

    test('a push keeps its server while it waits, is put off, is given up and is sent again', async () => {
        const served = (call: string): object => ({ ...push(call), server: 'pune' });
        await journal.append([{ ...push('pune:R1'), server: 'pune' }, push('R2')]);
        const claimed = await journal.claim(request());
        const first = claimed.find(({ reference }) => reference === 'pune:R1');
        const second = claimed.find(({ reference }) => reference === 'R2');
        expect([first?.pushes[0]?.server, second?.pushes[0]?.server]).toEqual(['pune', undefined]);
        await journal.settle(
            first === undefined
                ? []
                : [{ ...held(first), outcome: 'retry', attempts: 1, pause: SECOND, reason: 'UNABLE_TO_LOCK_ROW' }]
        );
        clock.now += 2 * SECOND;
        const again = await journal.claim(request());
        expect(again).toMatchObject([{ reference: 'pune:R1', pushes: [served('pune:R1')] }]);
        await journal.settle(again.map(dead));
        await expect(journal.deadLetters({ after: 0, limit: 9 })).resolves.toMatchObject([served('pune:R1')]);
        await journal.replay({ deadLetters: 'all' });
        expect(await journal.claim(request())).toMatchObject([{ pushes: [served('pune:R1')] }]);
        await journal.skip('pune:R1', 'skipped');
        await expect(journal.deadLetters({ after: 0, limit: 9 })).resolves.toMatchObject([served('pune:R1')]);
    });

    test('what is in quarantine keeps its server', async () => {
        const rejected = { receivedAt: NOW, contentType: '', method: 'GET', body: new Uint8Array(), reason: 'rubbish' };
        await journal.quarantine({ ...rejected, server: 'pune' });
        await journal.quarantine(rejected);
        const kept = await journal.quarantined({ after: 0, limit: 9 });
        expect(kept.map(({ server }) => server)).toEqual(['pune', undefined]);
    });

    test('everything since an instant can be sent once more', async () => {
        await journal.append([push('R1', NOW - SECOND), push('R2', NOW), push('R3', NOW + SECOND)]);
        clock.now += SECOND;
        await journal.settle((await journal.claim(request())).map(settled));
        await expect(journal.replay({ since: NOW })).resolves.toBe(2);
        expect(references(await journal.claim(request()))).toEqual(['R2', 'R3']);
    });

    test('a long replay tells how far it is, and lets pushes in between', async () => {
        const pushes = Array.from({ length: 2500 }, (_, index) => push(`R${index}`, NOW, `n=${index}`));
        await journal.append(pushes);
        for (let calls = await journal.claim(request()); calls.length > 0; calls = await journal.claim(request())) {
            await journal.settle(calls.map(settled));
        }
        const told: number[] = [];
        await expect(journal.replay({ since: NOW }, (count) => told.push(count))).resolves.toBe(2500);
        expect(told.length).toBeGreaterThan(1);
        expect(told).toEqual([...told].sort((a, b) => a - b));
        expect(told.at(-1)).toBe(2500);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 2500 });
    });

    test('a probe writes, and changes nothing', async () => {
        await journal.append([push('R1')]);
        await journal.probe();
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 1, dead: 0, quarantined: 0 });
    });

    test('quarantine keeps the newest requests and tells how many made room', async () => {
        const rubbish = {
            receivedAt: NOW,
            method: 'POST',
            contentType: '',
            body: new Uint8Array(1),
            reason: 'rubbish'
        };
        // No more at once than a pool serves before one that waits for a connection gives up.
        for (let kept = 0; kept < KEPT_IN_QUARANTINE; kept += 100) {
            await Promise.all(Array.from({ length: 100 }, () => journal.quarantine(rubbish)));
        }
        await expect(journal.quarantine(rubbish)).resolves.toBe(1);
        await expect(journal.quarantine(rubbish)).resolves.toBe(1);
        await expect(journal.counts()).resolves.toMatchObject({ quarantined: KEPT_IN_QUARANTINE });
    });

    test('what is not understood is kept byte by byte, and leaves as the pushes it turns out to be', async () => {
        const body = Uint8Array.from([0xff, 0x00, 0xfe]);
        const rejected = { receivedAt: NOW, method: 'POST', contentType: 'text/plain', body, reason: 'not JSON' };
        await journal.quarantine(rejected);
        const [kept] = await journal.quarantined({ after: 0, limit: 10 });
        expect(kept).toMatchObject({ ...rejected, body: expect.anything() as unknown });
        expect([...(kept?.body ?? [])]).toEqual([...body]);
        await expect(journal.release(999_999, [push('R1')])).rejects.toThrow('999999');
        await expect(journal.counts()).resolves.toMatchObject({ quarantined: 1, waiting: 0 });
        await journal.release(kept?.id ?? 0, [push('R1'), push('R2')]);
        await expect(journal.counts()).resolves.toMatchObject({ quarantined: 0, waiting: 2 });
    });

    test('settled pushes go when they are old, waiting and dead ones never do', async () => {
        const kept = {
            now: NOW,
            settledBefore: NOW,
            quarantinedBefore: NOW,
            deadBefore: 0,
            mostBytes: Number.MAX_SAFE_INTEGER,
            step: 2
        };
        await journal.append(['R1', 'R2', 'R3', 'R4'].map((name) => push(name, NOW - SECOND)));
        const [first, ...others] = await journal.claim(request());
        await journal.settle([...(first ? [dead(first)] : []), ...others.map(settled)]);
        await journal.append([push('R5', NOW - SECOND), push('R6')]);
        await expect(journal.prune(kept)).resolves.toBe(2);
        await expect(journal.prune(kept)).resolves.toBe(1);
        await expect(journal.prune(kept)).resolves.toBe(0);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 2, dead: 1 });
        await expect(journal.replay({ since: 0 })).resolves.toBe(1);
    });

    test('dead letters and quarantine can be deleted, chosen ones or all, and dead letters grow old', async () => {
        const kept = { now: NOW, settledBefore: 0, quarantinedBefore: 0, mostBytes: Number.MAX_SAFE_INTEGER, step: 10 };
        await journal.append(['R1', 'R2', 'R3', 'R4'].map((name, index) => push(name, NOW - 9 + index)));
        await journal.settle((await journal.claim(request())).map(dead));
        const [first] = await journal.deadLetters({ after: 0, limit: 9 });
        await expect(journal.deleteDeadLetters([first?.seq ?? 0, 999_999])).resolves.toBe(1);
        await expect(journal.prune({ ...kept, deadBefore: NOW - 7 })).resolves.toBe(1);
        expect((await journal.deadLetters({ after: 0, limit: 9 })).map(({ reference }) => reference)).toEqual([
            'R3',
            'R4'
        ]);
        await expect(journal.deleteDeadLetters('all')).resolves.toBe(2);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, dead: 0 });
        const rubbish = {
            receivedAt: NOW,
            method: 'POST',
            contentType: '',
            body: new Uint8Array(1),
            reason: 'rubbish'
        };
        await journal.quarantine(rubbish);
        await journal.quarantine(rubbish);
        const [kept1] = await journal.quarantined({ after: 0, limit: 9 });
        await expect(journal.deleteQuarantined([kept1?.id ?? 0])).resolves.toBe(1);
        await expect(journal.deleteQuarantined('all')).resolves.toBe(1);
        await expect(journal.counts()).resolves.toMatchObject({ quarantined: 0 });
    });

    test('a call is skipped wherever it waits, also under somebody’s hands, and the next one goes on', async () => {
        await journal.append([push('R1', NOW, 'n=1'), push('R2'), push('R3')]);
        const calls = await journal.claim(request({ limit: 2 }));
        await journal.append([push('R1', NOW, 'n=2')]);
        await expect(journal.skip('R1', 'skipped')).resolves.toBe(2);
        await expect(journal.skip('unknown', 'skipped')).resolves.toBe(0);
        await journal.settle(
            calls.map((call) => ({ ...held(call), outcome: 'retry', attempts: 1, pause: SECOND, reason: 'ROW' }))
        );
        clock.now += SECOND;
        await expect(journal.skip('R2', 'skipped')).resolves.toBe(1);
        expect(references(await journal.claim(request()))).toEqual(['R3']);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 1, dead: 3 });
        await expect(journal.replay({ deadLetters: 'all' })).resolves.toBe(3);
        await journal.append([push('R1', NOW, 'n=3')]);
        expect(references(await journal.claim(request()))).toEqual(['R1', 'R2']);
    });

    test('a journal that is too large loses settled pushes first', async () => {
        const tooLarge = { now: NOW, settledBefore: 0, quarantinedBefore: 0, deadBefore: 0, mostBytes: 0, step: 100 };
        await journal.append([push('R1'), push('R2')]);
        await expect(journal.prune(tooLarge)).resolves.toBe(0);
        await journal.settle((await journal.claim(request({ limit: 1 }))).map(settled));
        await expect(journal.prune(tooLarge)).resolves.toBe(1);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 1 });
    });

    test('a full journal refuses, keeps what it has, and takes pushes again when there is room', async () => {
        const small = await open(200_000);
        const large = 'x'.repeat(10_000);
        try {
            const fill = async (): Promise<void> => {
                for (let index = 0; index < 100; index += 1) {
                    await small.append([push(`R${index}`, NOW, large)]);
                }
            };
            await expect(fill()).rejects.toMatchObject({ name: 'JournalFull' });
            await expect(small.probe()).rejects.toMatchObject({ name: 'JournalFull' });
            const calls = await small.claim(request());
            expect(calls.length).toBeGreaterThan(5);
            await small.settle(calls.map(settled));
            while (
                (await small.prune({
                    now: NOW,
                    settledBefore: NOW + 1,
                    quarantinedBefore: 0,
                    deadBefore: 0,
                    mostBytes: 0,
                    step: 5
                })) > 0
            );
            await small.append([push('R', NOW, large)]);
        } finally {
            await small.close();
        }
    });
}
