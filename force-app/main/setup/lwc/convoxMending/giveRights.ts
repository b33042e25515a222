import type { FlowRunner } from 'c/convoxFlowRunner';
import { textAt } from 'c/convoxPath';
import type { Receiver } from 'c/convoxSetupChecks';

const GROUP = /^0PG/;

/**
 * Gives users permission sets and groups, one user after the other.
 * @param tell is told after each how many have been served
 * @returns who lacks something still, with the words of the platform; what was given stays
 */
export async function giveRights(
    runner: FlowRunner,
    receivers: readonly Receiver[],
    tell: (served: number) => void
): Promise<string[]> {
    const failures: string[] = [];
    for (const [index, { userId, name, rightIds }] of receivers.entries()) {
        // eslint-disable-next-line no-await-in-loop
        const faults = await Promise.all(rightIds.map((id) => giveRight(runner, userId, id)));
        const words = [...new Set(faults.filter(Boolean))].join(' ');
        failures.push(...(words ? [`${name}: ${words}`] : []));
        tell(index + 1);
    }
    return failures;
}

/** Answers what the platform says against it. */
async function giveRight(runner: FlowRunner, userId: string, id: string): Promise<string> {
    const given = GROUP.test(id) ? { setId: '', groupId: id } : { setId: id, groupId: '' };
    return textAt(await runner.run('ConVox_Give_Right', { userId, ...given }), 'fault');
}
