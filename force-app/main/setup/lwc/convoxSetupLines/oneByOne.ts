import type { EnteredLine } from './pastedWords.ts';

/** A line that was not saved. */
export type Left = readonly [line: EnteredLine, problem: string];

/** One line after the other: the org's own rules may look at what is there already. `save` answers what is wrong. */
export async function oneByOne(
    lines: readonly EnteredLine[],
    save: (line: EnteredLine) => Promise<string>
): Promise<Left[]> {
    const left: Left[] = [];
    for (const line of lines) {
        // eslint-disable-next-line no-await-in-loop
        const problem = await save(line);
        left.push(...(problem ? [[line, problem] as const] : []));
    }
    return left;
}
