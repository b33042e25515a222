import type { FlowRunner } from 'c/convoxFlowRunner';
import { readGatewayAnswer } from 'c/convoxGatewayReport';
import { textAt } from 'c/convoxPath';
import { readRights } from 'c/convoxSetupChecks';
import type { GatewayState, Rights } from 'c/convoxSetupChecks';

const GROUP = /^0PG/;
const WELL = /^(200)?$/;

export async function askGateway(runner: FlowRunner, askedAt: number): Promise<GatewayState> {
    const outputs = await runner.run('ConVox_Ask_Gateway', {});
    const httpStatus = textAt(outputs, 'httpStatus');
    return {
        answer: readGatewayAnswer(textAt(outputs, 'answer')),
        fault: textAt(outputs, 'fault') || (WELL.test(httpStatus) ? '' : `HTTP ${httpStatus}`),
        askedAt
    };
}

export async function askRights(runner: FlowRunner): Promise<Rights> {
    return readRights(await runner.run('ConVox_Read_Rights', {}));
}

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
