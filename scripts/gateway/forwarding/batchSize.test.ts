import { createBatchSize } from './batchSize.ts';
import type { BatchSize } from './batchSize.ts';

/** Sizes of so many full batches for an org that takes at most `fits` rows in one request. */
function sizes(size: BatchSize, count: number, fits: number): number[] {
    return Array.from({ length: count }, () => {
        const calls = size.current();
        if (calls > fits) {
            size.wasTooMuch({ calls, isSaid: true });
        } else {
            size.wentWell(calls);
        }
        return calls;
    });
}

test('batches begin at 50 and grow to the most while all goes well', () => {
    expect(sizes(createBatchSize(200), 4, 200)).toEqual([50, 100, 200, 200]);
});

test('batches that are not full tell nothing', () => {
    const size = createBatchSize(200);
    size.wentWell(3);
    expect(size.current()).toBe(50);
});

test.each([1, 2, 7, 33, 60, 150, 199])(
    'what is too much is met seldom where %d rows fit, and most of them are used',
    (fits) => {
        const all = sizes(createBatchSize(200), 1000, fits);
        const settled = all.slice(100);
        expect(settled.filter((calls) => calls > fits).length).toBeLessThan(settled.length / 25);
        const taken = settled.filter((calls) => calls <= fits).reduce((sum, calls) => sum + calls, 0);
        expect(taken / settled.length).toBeGreaterThan(fits * 0.7);
    }
);

test.each([
    ['halves the next one', true, 25],
    ['may be chance unless another does', false, 50]
])('a batch that is too much, as %s', (_, isSaid, next) => {
    const size = createBatchSize(200);
    size.wasTooMuch({ calls: 50, isSaid });
    expect(size.current()).toBe(next);
    size.wasTooMuch({ calls: size.current(), isSaid });
    expect(size.current()).toBeLessThan(50);
});

test('an org that takes more than it did gets full batches again', () => {
    const size = createBatchSize(200);
    sizes(size, 100, 20);
    expect(sizes(size, 1500, 200).at(-1)).toBe(200);
});
