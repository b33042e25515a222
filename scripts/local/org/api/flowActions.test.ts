import type { Listening } from '../../../node/listen.ts';
import { listen } from '../../../node/listen.ts';
import type { Org } from '../org.ts';
import { seedOrg } from '../../../sample/org/seedOrg.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { at, createTestOrg, idIn, restClient } from '../testing/testOrg.ts';

let org: Org;
let call: RestClient;
let convox: Listening;
let received: string[];

beforeEach(async () => {
    received = [];
    convox = await listen({
        fetch: async (request) => {
            received.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
            return new Response('CL000 Call closed', { headers: { 'Content-Type': 'text/plain' } });
        }
    });
    org = await createTestOrg({
        credentials: { ConVox: { url: convox.url, parameters: { GatewayKey: 'made-up-for-tests' } } }
    });
    seedOrg(org);
    call = restClient(org, 'asha.verma');
});
afterEach(async () => {
    await convox.close();
    await org.close();
});

async function createCommand(): Promise<string> {
    const [server] = org.store.find({ object: 'ConVox_Server__c' });
    return idIn(
        await call('POST', '/ui-api/records', {
            apiName: 'ConVox_Command__c',
            fields: {
                Type__c: 'Close',
                Key__c: 'close-1',
                Server__c: server?.['Id'],
                Agent_Code__c: 'AG_ASHA',
                ConVox_ID__c: '42',
                Disposition__c: 'SALE',
                Mobile_Number__c: '9876543201',
                Set_Follow_Up__c: 'N'
            }
        })
    );
}

test('a flow runs with its inputs and answers with its outputs', async () => {
    const commandId = await createCommand();
    const answer = await call('POST', '/actions/custom/flow/ConVox_Send_Command', { inputs: [{ commandId }] });

    expect(answer).toMatchObject({
        status: 200,
        body: [
            {
                actionName: 'ConVox_Send_Command',
                isSuccess: true,
                errors: null,
                outputValues: { status: 'Accepted', replyCode: 'CL000', Flow__InterviewStatus: 'Finished' }
            }
        ]
    });
    expect(received).toEqual([
        expect.stringMatching(/^POST \/ConVoxCCS\/Agent\/callcontrol_api\.php ACTION=CLOSE&agent_id=AG_ASHA&/)
    ]);
});

test('flows are listed and described', async () => {
    const list = await call('GET', '/actions/custom/flow');
    const described = await call('GET', '/actions/custom/flow/ConVox_Send_Command');

    expect(at(list.body, 'actions')).toContainEqual(
        expect.objectContaining({ name: 'ConVox_Send_Command', type: 'FLOW' })
    );
    expect(described.body).toMatchObject({ inputs: [{ name: 'commandId', type: 'STRING' }] });
    expect(JSON.stringify(at(described.body, 'outputs'))).toContain('Flow__InterviewStatus');
});

test.each([
    ['/actions/custom/flow/Nothing', { inputs: [{}] }, 404, 'NOT_FOUND'],
    ['/actions/custom/flow/ConVox_Contact_Before_Save_Fill_Phone_Keys', { inputs: [{}] }, 404, 'NOT_FOUND'],
    ['/actions/custom/flow/ConVox_Send_Command', { inputs: [{ gone: 'x' }] }, 400, 'INVALID_INPUT'],
    ['/actions/custom/flow/ConVox_Send_Command', { commandId: 'x' }, 400, 'JSON_PARSER_ERROR']
])('POST %s with %j answers %i %s', async (path, body, status, errorCode) => {
    expect(await call('POST', path, body)).toMatchObject({ status, body: [{ errorCode }] });
});
