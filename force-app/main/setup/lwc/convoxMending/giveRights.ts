import type { FlowRunner } from 'c/convoxFlowRunner';
import { textAt } from 'c/convoxPath';

const GROUP = /^0PG/;

/**
 * Gives a user permission sets and groups, by their ids.
 * @throws Error in the words of the platform; what was given before stays
 */
export async function giveRights(runner: FlowRunner, userId: string, rightIds: readonly string[]): Promise<void> {
    const results = await Promise.all(
        rightIds.map((id) => {
            const given = GROUP.test(id) ? { setId: '', groupId: id } : { setId: id, groupId: '' };
            return runner.run('ConVox_Give_Right', { userId, ...given });
        })
    );
    const faults = results.map((outputs) => textAt(outputs, 'fault')).filter(Boolean);
    if (faults.length > 0) {
        throw new Error(faults.join(' '));
    }
}
