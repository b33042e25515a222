import type { FlowRunner } from 'c/convoxFlowRunner';
import { readGatewayAnswer } from 'c/convoxGatewayReport';
import { textAt } from 'c/convoxPath';
import { readRights } from 'c/convoxSetupChecks';
import type { GatewayState, Rights } from 'c/convoxSetupChecks';

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
