import { isFlowRunner } from 'c/convoxFlowRunner';
import type { FlowRunner } from 'c/convoxFlowRunner';
import { readGatewayAnswer } from 'c/convoxGatewayReport';
import { textAt } from 'c/convoxPath';
import { readRights } from 'c/convoxSetupChecks';
import type { GatewayState, Rights } from 'c/convoxSetupChecks';

const WELL = /^(200)?$/;

/*
 * What the template's reference to a runner is asked; undefined before it is drawn.
 */

export function askGateway(runner: unknown, askedAt: number): Promise<GatewayState> | undefined {
    return isFlowRunner(runner) ? gatewayState(runner, askedAt) : undefined;
}

export function askRights(runner: unknown): Promise<Rights> | undefined {
    return isFlowRunner(runner) ? runner.run('ConVox_Read_Rights', {}).then(readRights) : undefined;
}

async function gatewayState(runner: FlowRunner, askedAt: number): Promise<GatewayState> {
    const outputs = await runner.run('ConVox_Ask_Gateway', {});
    const httpStatus = textAt(outputs, 'httpStatus');
    return {
        answer: readGatewayAnswer(textAt(outputs, 'answer')),
        fault: textAt(outputs, 'fault') || (WELL.test(httpStatus) ? '' : `HTTP ${httpStatus}`),
        askedAt
    };
}
