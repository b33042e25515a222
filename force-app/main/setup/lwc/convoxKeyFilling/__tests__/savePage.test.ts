import { savePage } from '../savePage.ts';

/** An org that saves what it is given unless one of these is among it, or it is too much at once. */
function orgThatRefuses(refused: readonly string[], most = 200) {
    const saved: string[] = [];
    let transactions = 0;
    const save = (_object: string, ids: readonly string[]): Promise<string> => {
        transactions += 1;
        const bad = ids.find((id) => refused.includes(id));
        if (bad === undefined && ids.length <= most) {
            saved.push(...ids);
        }
        return Promise.resolve(bad ?? (ids.length > most ? 'too much' : ''));
    };
    return { save, saved, transactions: () => transactions };
}

const IDS = Array.from({ length: 200 }, (_, index) => `003${index}`);

it('saves a page in one transaction', async () => {
    const org = orgThatRefuses([]);

    await expect(savePage('Contact', IDS, org.save)).resolves.toEqual([]);
    expect(org.transactions()).toBe(1);
    expect(org.saved).toEqual(IDS);
});

it('saves all but the rows that the org refuses, each told with its reason', async () => {
    const org = orgThatRefuses(['0037', '003199']);

    await expect(savePage('Contact', IDS, org.save)).resolves.toEqual([
        { id: '0037', reason: '0037' },
        { id: '003199', reason: '003199' }
    ]);
    expect(new Set(org.saved).size).toBe(198);
    expect(org.transactions()).toBeLessThan(40);
});

it('gets in halves through what is too much for one transaction', async () => {
    const org = orgThatRefuses([], 60);

    await expect(savePage('Contact', IDS, org.save)).resolves.toEqual([]);
    expect(org.saved).toEqual(IDS);
});

it('asks nothing for no rows', async () => {
    const org = orgThatRefuses([]);

    await expect(savePage('Lead', [], org.save)).resolves.toEqual([]);
    expect(org.transactions()).toBe(0);
});
