export interface Weighed {
    readonly file: string;
    /** How long it takes, in any unit. */
    readonly weight: number;
}

/** Files in so many groups that take about as long as each other, none of them empty; the heaviest files come first. */
export function shardsOf(files: readonly Weighed[], count: number): string[][] {
    const shards = Array.from({ length: Math.min(count, files.length) }, () => ({ files: [] as string[], weight: 0 }));
    for (const { file, weight } of files.toSorted((one, other) => other.weight - one.weight)) {
        const [lightest] = shards.toSorted((one, other) => one.weight - other.weight);
        lightest?.files.push(file);
        if (lightest) {
            lightest.weight += weight;
        }
    }
    return shards.map((shard) => shard.files);
}
