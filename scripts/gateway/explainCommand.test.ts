import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentActions } from '#agent-action';
import { decodeCallStatus } from '#contract';
import { UPLOAD } from '#list-upload';
import { dialects } from './callControl/dialects/dialects.ts';
import { runCommand } from './commandLine.ts';
import type { Variables } from './settingsFile.ts';
import { parametersOf } from './intake/parameters.ts';
import { readPushes } from './intake/pushText.ts';
import { explainTraffic } from '#traffic-explanation';

interface Printed {
    readonly code: number;
    readonly out: string;
    readonly err: string;
}

async function gateway(args: readonly string[], input = '', environment: Variables = {}): Promise<Printed> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommand(args, {
        environment,
        print: (line) => out.push(line),
        complain: (line) => err.push(line),
        readInput: () => Promise.resolve(input)
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
}

const PUSH = 'CALL_REFERENCE_ID=R1&MOBILE_NO=%2B919876543201&CALL_STATUS=Connected&CALL_DATE=2026-11-28T15:29:00';

test('a message is explained in words, without any setting, from an argument or from standard input', async () => {
    const printed = await gateway(['explain', PUSH]);
    expect(printed).toMatchObject({ code: 0, err: '' });
    expect(printed.out).toMatch(/^Call Status push: it would be taken\n/);
    expect(printed.out).toContain('  MOBILE_NO: +919876543201 → 98765 43201');
    expect(printed.out).toContain('  Started_At__c: 2026-11-28 15:29:00 Asia/Kolkata');
    expect(await gateway(['explain'], PUSH)).toEqual(printed);
});

test('zone and dial prefix are those of the server', async () => {
    const { out } = await gateway(['explain', PUSH, '--zone', 'America/Chicago']);
    expect(out).toContain('15:29:00 America/Chicago');
    const dial = 'ACTION=CALL&user=AG_ASHA&phone_number=0119876543201';
    expect((await gateway(['explain', dial, '--prefix', '011'])).out).toMatch(/^Command to dial.*it would be taken/);
    expect((await gateway(['explain', dial])).out).toMatch(/^Command to dial.*it would be refused/);
    expect(await gateway(['explain', PUSH, '--zone', 'Bombay'])).toMatchObject({
        code: 1,
        err: '"Bombay" is no time zone such as Asia/Kolkata'
    });
    expect(await gateway(['explain'], '\n')).toMatchObject({
        code: 1,
        err: 'Give the message, or write it to standard input'
    });
});

test('what the settings have a field of the call for is shown with that field', async () => {
    const message = `${PUSH}&Customer-Tier=Gold&other=x`;
    const { out } = await gateway(['explain', message], '', { CONVOX_EXTRA_FIELDS: 'CUSTOMER_TIER=Tier__c' });
    expect(out).toMatch(/Fields of your own.*\n {2}Tier__c: Gold, of Customer-Tier$/);
    expect(out).toContain('\n  other: x\n');
    expect(out).not.toContain('\n  Customer-Tier: Gold');
    expect((await gateway(['explain', message])).out).toContain('\n  Customer-Tier: Gold\n');
});

test('the terminal has the words of the page, by the names that the page has them under', () => {
    const folder = join(import.meta.dirname, '../../force-app/main/setup/lwc/convoxTrafficExplainer');
    const tables = ['doubtLabels.ts', 'factLabels.ts'].map((file) => readFileSync(join(folder, file), 'utf8')).join('');
    const labels = new Map(
        Array.from(
            tables.matchAll(/import (\w+) from '@salesforce\/label\/c\.(\w+)'/g),
            ([, name = '', label = '']) => [name, label]
        )
    );
    const keys = Array.from(
        tables.matchAll(/'([a-z]+\.\w+)': (\w+)/g),
        ([, key = '', name = '']) => [key, name] as const
    );
    const spelled = (key: string): string => `ConVox_Traffic_${key}`.toLowerCase().replaceAll(/[._]/g, '');
    expect(keys).toHaveLength(labels.size);
    expect(keys.map(([, name]) => labels.get(name)?.toLowerCase().replaceAll('_', ''))).toEqual(
        keys.map(([key]) => spelled(key))
    );
});

/** What gateway and page read from the same text, as far as it goes into the call's record. */
function readByBoth(body: string, contentType = ''): [unknown, unknown] {
    const moment = { timeZone: 'Asia/Kolkata', now: new Date('2026-11-30T10:00:00Z') };
    const { understood } = explainTraffic(body, { ...moment, dialPrefix: '' });
    const read = readPushes(body, contentType);
    const [push] = read.ok ? read.pushes : [];
    const status = push && decodeCallStatus(parametersOf(push.shape, push.body), moment);
    const reference = status?.ok ? [status.value.callReference, status.value.disposition] : undefined;
    const shown = (label: string): string | undefined => {
        const name = understood.find((each) => each.label === label && each.meaning !== 'notUsed');
        return name && (name.value ?? name.text);
    };
    return [[shown('CALL_REFERENCE_ID'), shown('DISPOSITION') ?? ''], reference];
}

test.each([
    ['a form', 'CALL_REFERENCE_ID=R%2B1&DISPOSITION=A+B'],
    ['a form in Latin-1', 'CALL_REFERENCE_ID=R1&DISPOSITION=caf%E9'],
    ['a form in UTF-8', 'CALL_REFERENCE_ID=R1&DISPOSITION=%E0%A4%AC%E0%A4%BF%E0%A4%95%E0%A4%BE'],
    ['a form escaped for HTML', 'CALL_REFERENCE_ID=R1&amp;DISPOSITION=SALE'],
    ['a plus that nobody escaped', 'CALL_REFERENCE_ID=R 1&DISPOSITION=SALE'],
    ['JSON', '{"CALL_REFERENCE_ID":"R1","DISPOSITION":"SALE"}'],
    ['numbers with zeros at their end', '{"CALL_REFERENCE_ID":1573204600.1000,"DISPOSITION":"1.0"}'],
    ['numbers of twenty digits', '{"CALL_REFERENCE_ID":20261120090512345678,"DISPOSITION":null}'],
    ['lists of one', '{"CALL_REFERENCE_ID":["R1"],"DISPOSITION":["SALE"]}'],
    ['quotes and digits in a text', '{"CALL_REFERENCE_ID":"R\\"1","DISPOSITION":"\\"5\\": 6"}'],
    ['a list of pushes', '[{"CALL_REFERENCE_ID":"R1"},{"CALL_REFERENCE_ID":"R2"}]'],
    ['spellings of the newer interfaces', 'call_reference_id=R1&disposition=SALE']
])('%s is read by the page as by the gateway', (_name, body) => {
    const [page, received] = readByBoth(body);
    expect(page).toEqual(received);
});

test.each([
    ['JSON that is none', '{"CALL_REFERENCE_ID":'],
    ['parameters separated by semicolons', 'CALL_REFERENCE_ID=R1;MOBILE_NO=9876543201;CALL_STATUS=Connected']
])('%s is refused by the page as by the gateway', (_name, body) => {
    const moment = { timeZone: 'Asia/Kolkata', now: new Date('2026-11-30T10:00:00Z') };
    expect(readPushes(body, '').ok).toBe(false);
    expect(explainTraffic(body, { ...moment, dialPrefix: '' }).isTaken).not.toBe(true);
});

test.each(
    agentActions.flatMap((action) => (['webService', 'rest'] as const).map((dialect) => [action, dialect] as const))
)('%s in the words of %s is known as a command of the gateway', async (action, dialect) => {
    expect((await gateway(['explain', sentFor(action, dialect)])).out).toMatch(
        /^Command that Salesforce’s gateway sends: ConVox reads it/
    );
});

test('rows for a list are known as a command of the gateway', async () => {
    const { out } = await gateway(['explain', sentFor(UPLOAD, 'webService')]);
    expect(out).toMatch(/^Command that Salesforce’s gateway sends: ConVox reads it/);
    expect(out).not.toContain('used for nothing');
});

/** The body that the gateway makes of a command for a server of this dialect. */
function sentFor(action: string, dialect: 'webService' | 'rest'): string {
    const said = new URLSearchParams({
        ACTION: action,
        agent_id: 'AG_ASHA',
        refno: 'SF_000001',
        target: 'Tea',
        convoxid: '4543201',
        CallReferenceID: '1700000000001',
        Process: 'SALES',
        mobile_number: '9876543201',
        disposition: 'SALE',
        list_id: '1001',
        number: '9876543201'
    });
    const translated = dialects[dialect].translate({
        method: 'GET',
        script: 'callcontrol_api.php',
        query: `?${said.toString()}`,
        contentType: '',
        body: new Uint8Array()
    });
    if (!translated.ok) {
        throw new Error(translated.words);
    }
    return new TextDecoder().decode(translated.request('a-key').body);
}
