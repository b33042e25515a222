import { shardsOf } from './shards.ts';

const files = (...weights: number[]): { file: string; weight: number }[] =>
    weights.map((weight, index) => ({ file: `${index}`, weight }));

test.each([
    {
        weights: [1, 2, 3, 4],
        count: 2,
        shards: [
            ['3', '0'],
            ['2', '1']
        ]
    },
    { weights: [9, 1, 1, 1], count: 2, shards: [['0'], ['1', '2', '3']] },
    { weights: [1], count: 2, shards: [['0']] },
    { weights: [], count: 2, shards: [] },
    { weights: [1, 2, 3], count: 1, shards: [['2', '1', '0']] }
])('$weights in $count groups become $shards', ({ weights, count, shards }) => {
    expect(shardsOf(files(...weights), count)).toEqual(shards);
});
