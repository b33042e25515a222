import { encodeCloseCall, encodeDial } from '#contract';
import { UPLOAD, writeRows } from '#list-upload';
import { AGENT_ASHA, KNOWN_CALLER_NUMBER } from '../../sample/org/callers.ts';
import { SIMULATED_KEY } from '../../simulator/settings.ts';
import { startTestConvox } from '../../simulator/testConvox.ts';
import type { TestConvox } from '../../simulator/testConvox.ts';
import { createGateway } from '../app.ts';
import type { Gateway } from '../app.ts';
import { dialectNames } from './dialects/dialects.ts';

const KEY = 'a-key-of-the-test';
const DO_NOT_CALL = '9000000099';
const LOST_ROW = '9000000088';
const HOUR = 3_600_000;

let convox: TestConvox;
let gateway: Gateway;

describe.each(dialectNames)('a command through the gateway to a simulated server that speaks %s', (dialect) => {
    beforeEach(async () => {
        convox = await startTestConvox({ dialect, doNotCall: [DO_NOT_CALL], lostRows: [LOST_ROW] });
        await convox.post(`/agent/${AGENT_ASHA}/login`);
        gateway = gatewayWith(SIMULATED_KEY);
    });

    afterEach(async () => {
        await gateway.close();
        await convox.close();
    });

    const gatewayWith = (accessKey: string): Gateway =>
        createGateway({
            secrets: ['a-secret-of-the-test'],
            timeZone: 'Asia/Kolkata',
            lightningOrigin: 'https://example.lightning.force.com',
            salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
            callControl: {
                origin: convox.url,
                keys: [KEY],
                scripts: ['callcontrol_api.php', 'bridge.php'],
                dialect,
                accessKey,
                timeout: 2000
            },
            clock: convox.time.clock,
            log: () => undefined
        });

    async function command(script: string, parameters: readonly (readonly [string, string])[]): Promise<string> {
        const query = new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value]));
        const url = `https://gateway.example/ConVoxCCS/Agent/${script}?${query.toString()}`;
        const response = await gateway.fetch(new Request(url, { headers: { 'X-ConVox-Gateway-Key': KEY } }));
        expect(response.status).toBe(200);
        return response.text();
    }

    const agent = () => convox.convox.switchboard.line(AGENT_ASHA)?.agent;

    const dial = (phoneNumber = KNOWN_CALLER_NUMBER): Promise<string> =>
        command(
            'bridge.php',
            encodeDial({ agentCode: AGENT_ASHA, phoneNumber, referenceNumber: 'SF_000001' }).parameters
        );

    async function takeCall(scenario = 'knownCaller'): Promise<void> {
        await convox.post(`/scenarios/${scenario}`, { answer: true });
        convox.time.pass(1000);
        expect(agent()?.state).toBe('ONCALL');
    }

    const close = (disposition = 'SALE', followUpDate = ''): Promise<string> => {
        const { convoxId = '', reference = '', process = '' } = agent()?.call ?? {};
        const followUp = followUpDate === '' ? undefined : { date: followUpDate, hours: '11', minutes: '30' };
        const mobileNumber = KNOWN_CALLER_NUMBER;
        return command('callcontrol_api.php', [
            ...encodeCloseCall({ agentCode: AGENT_ASHA, convoxId, disposition, mobileNumber, followUp }),
            ['CallReferenceID', reference],
            ['Process', process]
        ]);
    };

    test('dials, and is refused with the server’s code while the agent is busy or the number is not to be called', async () => {
        expect(await dial(DO_NOT_CALL)).toMatch(/^REFUSED CL008 /);
        expect(await dial()).toMatch(/^ACCEPTED (CL000|-) /);
        expect(agent()).toMatchObject({ state: 'DIALING', call: { number: KNOWN_CALLER_NUMBER } });
        expect(await dial()).toMatch(/^REFUSED CL005 /);
    });

    test('closes a call, with and without a follow-up', async () => {
        await takeCall();
        expect(await close('NO_SUCH')).toMatch(/^REFUSED EC001 /);
        expect(await close()).toMatch(/^ACCEPTED (EC000|-) /);
        expect(agent()?.state).toBe('IDLE');
        await takeCall();
        expect(await close('SALE', '2026-12-01')).toMatch(/^ACCEPTED (EC000|-) /);
    });

    test('is unknown when the connection is cut, and was sent once', async () => {
        await takeCall('serverDown');
        expect(await close()).toBe('UNKNOWN - The answer of ConVox was lost: the command may have arrived');
        expect(convox.convox.log.entries.filter(({ kind }) => kind === 'callcontrol')).toHaveLength(1);
    });

    test('is done under a fresh token when the former has expired, by its time or by the server’s will', async () => {
        expect(await dial()).toMatch(/^ACCEPTED /);
        await convox.post(`/agent/${AGENT_ASHA}/hangUp`);
        await close();
        await takeCall('tokenExpired');
        expect(await close()).toMatch(/^ACCEPTED /);
        convox.time.pass(2 * HOUR);
        expect(await dial()).toMatch(/^ACCEPTED /);
    });

    test('is done under a second token when the server ends the first that the gateway ever had', async () => {
        await takeCall('tokenExpired');
        expect(await close()).toMatch(/^ACCEPTED /);
    });

    test('finds no address of another dialect', async () => {
        convox.convox.switches.dialect = dialect === 'sheet' ? 'rest' : 'sheet';
        expect(await dial()).toMatch(/^(UNKNOWN|REFUSED) - /);
        expect(agent()?.state).toBe('IDLE');
    });

    test('is refused under a wrong key, where there is one', async () => {
        await gateway.close();
        gateway = gatewayWith('another-key');
        expect(await dial()).toMatch(dialect === 'sheet' ? /^ACCEPTED / : /^REFUSED GE007 /);
    });

    /** Sends what the agent asks for; the words behind outcome and code are the server's own. */
    const ask = async (action: string, target = ''): Promise<string> => {
        const { convoxId = '', reference = '', process = '', number = '' } = agent()?.call ?? {};
        const line = await command('callcontrol_api.php', [
            ['ACTION', action],
            ['agent_id', AGENT_ASHA],
            ['refno', 'SF_000002'],
            ['target', target],
            ['convoxid', convoxId],
            ['CallReferenceID', reference],
            ['Process', process],
            ['mobile_number', number],
            ['disposition', 'PASSED_ON']
        ]);
        return line.split(' ').slice(0, 2).join(' ');
    };

    const handOver = (rows: readonly string[]): Promise<string> =>
        command('callcontrol_api.php', [
            ['ACTION', UPLOAD],
            ['process', 'SALES'],
            ['list_id', '1001'],
            ['batch_id', 'B1'],
            ['rows', writeRows(rows.map((number, index) => ({ id: `row_00000${index}`, number, fields: ['Asha'] })))]
        ]);

    test('takes rows for a list, each once, and says of each what became of it, where there are lists', async () => {
        const said = await handOver([KNOWN_CALLER_NUMBER, DO_NOT_CALL, LOST_ROW, '987', '9000000001']);
        const outcomes = [...said.matchAll(/row_(\d+)=(\w+ \S+)/g)].map(([, , outcome]) => outcome);
        const received = convox.convox.log.entries.filter(({ kind }) => kind === 'list');
        expect(outcomes).toEqual(
            dialect === 'webService'
                ? ['ACCEPTED DU000', 'REFUSED DU000', 'UNKNOWN -', 'REFUSED CL001', 'ACCEPTED DU000']
                : Array.from({ length: 5 }, () => 'WAITING -')
        );
        expect(received).toHaveLength(dialect === 'webService' ? 4 : 0);
        expect(convox.convox.lists.get('SALES 1001') ?? []).toEqual(
            dialect === 'webService' ? [KNOWN_CALLER_NUMBER, LOST_ROW, '9000000001'] : []
        );
    });

    test('takes no rows that nobody can read', async () => {
        expect(
            await command('callcontrol_api.php', [
                ['ACTION', UPLOAD],
                ['rows', '~|']
            ])
        ).toMatch(/^REFUSED - /);
    });

    if (dialect === 'sheet') {
        test('refuses to hold by its name, and asks the server nothing', async () => {
            await takeCall();
            const before = convox.convox.log.entries.length;
            expect(await ask('Hold')).toBe('REFUSED GE009');
            expect(convox.convox.log.entries).toHaveLength(before);
        });
        return;
    }

    test('takes a break that the process knows, ends it, and logs the agent out', async () => {
        expect(await ask('Break', 'Fishing')).toBe('REFUSED EC002');
        expect(await ask('Break', 'Tea')).toBe('ACCEPTED SUCCESS');
        expect(agent()).toMatchObject({ state: 'BREAK', breakName: 'Tea' });
        expect(await ask('Ready')).toBe('ACCEPTED SUCCESS');
        expect(await ask('LogOut')).toBe('ACCEPTED -');
        expect(agent()?.state).toBe('LOGGEDOUT');
        expect(await ask('Break', 'Tea')).toBe('REFUSED CL006');
    });

    test('holds and mutes a call, and neither where there is none', async () => {
        expect(await ask('Hold')).toBe('REFUSED EC012');
        await takeCall();
        expect(await ask('Hold')).toBe('ACCEPTED SUCCESS');
        expect(await ask('Mute')).toBe('ACCEPTED SUCCESS');
        expect(agent()).toMatchObject({ state: 'ONCALL', during: { hold: true, mute: true } });
        expect(await ask('Hold')).toBe('REFUSED EC012');
        expect(await ask('Resume')).toBe('ACCEPTED SUCCESS');
        expect(await ask('Unmute')).toBe('ACCEPTED SUCCESS');
        expect(agent()).toMatchObject({ during: { hold: false, mute: false } });
    });

    test.each([
        ['TransferToQueue', 'SALES_QUEUE'],
        ['TransferToProcess', 'SALES']
    ])('hands a call on by %s, which ends it for the agent', async (action, target) => {
        await takeCall();
        expect(await ask(action, 'NO_SUCH')).toBe('REFUSED EC010');
        expect(await ask(action, target)).toBe('ACCEPTED EC000');
        expect(agent()).toMatchObject({ state: 'IDLE' });
        convox.time.pass(1000);
        await convox.convox.settled();
        expect(new URLSearchParams(convox.pushes[0]?.body).get('DISPOSITION')).toBe('PASSED_ON');
    });

    test.each([
        ['holdRefused', 'REFUSED GE010'],
        ['holdLost', 'UNKNOWN -']
    ])('says of a hold under %s that it is %s, and sends it once', async (scenario, said) => {
        await takeCall(scenario);
        expect(await ask('Hold')).toBe(said);
        expect(convox.convox.log.entries.filter(({ kind }) => kind === 'agent')).toHaveLength(1);
        expect(await close()).toMatch(/^ACCEPTED /);
    });
});
