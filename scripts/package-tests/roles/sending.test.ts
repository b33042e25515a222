import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { at } from '../../local/org/testing/testOrg.ts';
import type { Person, RoleOrg } from './roleOrg.ts';
import { openRoleOrg } from './roleOrg.ts';

let desk: RoleOrg;
let convox: Server;
let received: number;

beforeAll(async () => {
    convox = createServer((_request, response) => {
        received += 1;
        response.writeHead(200, { 'content-type': 'text/plain' });
        response.end('OK');
    });
    await new Promise<void>((resolve) => convox.listen(0, '127.0.0.1', resolve));
    const { port } = convox.address() as AddressInfo;
    const credential = { url: `http://127.0.0.1:${port}`, parameters: { GatewayKey: 'made-up-for-tests' } };
    desk = await openRoleOrg({ credentials: { ConVox: credential } });
    desk.plant('ConVox_Agent__c', { Name: 'Lead', Agent_Code__c: 'AG_LEAD', User__c: desk.idOfUser('supervisor') });
});
beforeEach(() => {
    received = 0;
});
afterAll(async () => {
    await desk.org.close();
    await new Promise((closed) => convox.close(closed));
});

let keys = 0;

const agentCodes: Readonly<Partial<Record<Person, string>>> = { ravi: 'AG_RAVI', supervisor: 'AG_LEAD' };

function plantCommand(owner: Person, agentCode = agentCodes[owner] ?? 'AG_ASHA'): string {
    return desk.plant('ConVox_Command__c', {
        Key__c: `SEND-${++keys}`,
        Type__c: 'Dial',
        Status__c: 'Created',
        OwnerId: desk.idOfUser(owner),
        Agent_Code__c: agentCode,
        Phone_Number__c: '9876543201',
        Ref_No__c: `REF_${keys}00000`
    });
}

const statusOf = (id: string): unknown => desk.org.store.get('ConVox_Command__c', id)?.['Status__c'];

async function run(person: Person, flow: string, inputs: object): Promise<unknown> {
    return (await desk.as(person)('POST', `/actions/custom/flow/${flow}`, { inputs: [inputs] })).body;
}

test.each(['asha', 'supervisor', 'administrator'] as const)('%s sends a command of their own', async (person) => {
    const commandId = plantCommand(person);

    expect(at(await run(person, 'ConVox_Send_Command', { commandId }), '0.outputValues.status')).toBe('Accepted');
    expect(received).toBe(1);
    expect(statusOf(commandId)).toBe('Accepted');
});

test.each(['manager', 'gateway', 'guest'] as const)('%s may not run the flow that sends', async (person) => {
    const commandId = plantCommand('asha');

    expect(await run(person, 'ConVox_Send_Command', { commandId })).toMatchObject([
        { errorCode: 'INSUFFICIENT_ACCESS' }
    ]);
    expect(received).toBe(0);
    expect(statusOf(commandId)).toBe('Created');
});

test.each(['asha', 'supervisor', 'administrator'] as const)(
    '%s cannot send the command of another agent, seen or not',
    async (person) => {
        const commandId = plantCommand('ravi');
        const answer = await run(person, 'ConVox_Send_Command', { commandId });

        expect(at(answer, '0.outputValues.status')).toBe('Refused');
        expect(received).toBe(0);
        expect(statusOf(commandId)).toBe('Created');
    }
);

test.each(['asha', 'supervisor'] as const)(
    'what %s owns is not sent under the id of another agent, whoever stored it so',
    async (person) => {
        const commandId = plantCommand(person, 'AG_RAVI');
        const answer = await run(person, 'ConVox_Send_Command', { commandId });

        expect(at(answer, '0.outputValues.status')).toBe('Refused');
        expect(at(answer, '0.outputValues.errorMessage')).toMatch(/not that of the command's owner/);
        expect(received).toBe(0);
        expect(statusOf(commandId)).toBe('Refused');
    }
);

describe('of two agents of one id, at two servers', () => {
    let austin: string;
    let mumbai: string;
    beforeAll(() => {
        mumbai = String(desk.org.store.find({ object: 'ConVox_Server__c' })[0]?.['Id']);
        austin = desk.plant('ConVox_Server__c', { Name: 'Austin', Code__c: 'austin' });
        const namesake = { Name: 'Ravi', Agent_Code__c: 'AG_ASHA', Server__c: austin };
        desk.plant('ConVox_Agent__c', { ...namesake, User__c: desk.idOfUser('ravi') });
    });

    test.each<[Person, 'close' | 'dial', string, 'austin' | 'mumbai' | 'none', boolean]>([
        ['asha', 'dial', 'AG_ASHA', 'mumbai', true],
        ['asha', 'dial', 'AG_ASHA', 'none', true],
        ['asha', 'dial', 'AG_ASHA', 'austin', false],
        ['asha', 'close', 'AG_ASHA', 'austin', false],
        ['asha', 'dial', 'austin:AG_ASHA', 'austin', false],
        ['asha', 'close', 'austin:AG_ASHA', 'austin', false],
        ['ravi', 'dial', 'austin:AG_ASHA', 'austin', true],
        ['ravi', 'close', 'austin:AG_ASHA', 'austin', true],
        ['ravi', 'dial', 'austin:AG_ASHA', 'mumbai', false],
        ['ravi', 'close', 'austin:AG_ASHA', 'none', false],
        ['ravi', 'dial', 'AG_ASHA', 'mumbai', false],
        ['ravi', 'close', 'AG_ASHA', 'austin', false],
        ['ravi', 'dial', 'AG_RAVI', 'mumbai', true]
    ])('%s may ask for a %s as %s at %s: %s', async (person, what, agentCode, server, isAllowed) => {
        const { status } = await desk.as(person)('POST', '/sobjects/ConVox_Command__c', {
            Key__c: `TWO-${++keys}`,
            Status__c: 'Created',
            Agent_Code__c: agentCode,
            Server__c: { austin, mumbai, none: null }[server],
            ...(what === 'close'
                ? { Type__c: 'Close', ConVox_ID__c: '1', Disposition__c: 'SALE' }
                : { Type__c: 'Dial', Phone_Number__c: '9876543201', Ref_No__c: `REF_${keys}00000` })
        });
        expect(status).toBe(isAllowed ? 201 : 400);
    });
});

test('a command in the background is checked again too', async () => {
    const commandId = plantCommand('asha', 'AG_RAVI');
    await desk.as('asha')('PATCH', `/sobjects/ConVox_Command__c/${commandId}`, { Status__c: 'Requested' });
    await desk.org.settle();

    expect(received).toBe(0);
    expect(statusOf(commandId)).toBe('Refused');
});

test.each(['manager', 'gateway'] as const)('%s sends nothing in the background either', async (person) => {
    const commandId = plantCommand('asha');
    await desk.as(person)('PATCH', `/sobjects/ConVox_Command__c/${commandId}`, { Status__c: 'Requested' });
    await desk.org.settle();

    expect(received).toBe(0);
    expect(statusOf(commandId)).toBe('Created');
});

test('an agent sends in the background with rights of their own', async () => {
    const commandId = plantCommand('asha');
    await desk.as('asha')('PATCH', `/sobjects/ConVox_Command__c/${commandId}`, { Status__c: 'Requested' });
    await desk.org.settle();

    expect(received).toBe(1);
    expect(statusOf(commandId)).toBe('Accepted');
});

test.each(['asha', 'manager', 'supervisor', 'administrator', 'gateway', 'guest'] as const)(
    '%s neither reads nor changes where commands go, nor the key, which is for who customizes the org',
    async (person) => {
        const client = desk.as(person);
        const answers = [
            await client('GET', '/named-credentials/named-credential-setup/ConVox'),
            await client('PUT', '/named-credentials/named-credential-setup/ConVox', {
                calloutUrl: 'https://elsewhere.example.com'
            }),
            await client('GET', '/named-credentials/credential?externalCredential=ConVox&principalName=Server')
        ];
        expect(answers.map(({ body }) => at(body, '0.errorCode'))).toEqual(Array(3).fill('INSUFFICIENT_ACCESS'));
    }
);

test.each([
    ['asha', 200],
    ['supervisor', 200],
    ['manager', 403],
    ['gateway', 403],
    ['guest', 403]
] as const)('%s opens the screen pop page: %i', async (person, status) => {
    const request = new Request('http://org.test/apex/ConVoxScreenPop?AgentID=AG_ASHA', {
        headers: { accept: 'text/html' }
    });
    expect((await desk.org.openPage(request, desk.idOfUser(person))).status).toBe(status);
});
