import fc from 'fast-check';
import { encodeCloseCall, encodeDial } from '#contract';
import { createCommandSender } from './commandSender.ts';
import type { CommandSender, SendOnce, SentCommand } from './commandSender.ts';
import { NoAnswer } from './convoxRequest.ts';
import type { NoAnswerKind } from './convoxRequest.ts';
import type { DialectAnswer, DialectRequest, SheetCommand } from './dialects/dialect.ts';
import { dialectNames, dialects } from './dialects/dialects.ts';
import type { DialectName } from './dialects/dialects.ts';

const HOUR = 3_600_000;
const KEY = 'the-key-of-the-server';
const START = Date.parse('2026-11-22T05:30:00Z');

let now: number;
beforeEach(() => (now = START));

const senderOf = (dialect: DialectName = 'rest'): CommandSender =>
    createCommandSender({
        dialect: dialects[dialect],
        accessKey: KEY,
        timeZone: 'Asia/Kolkata',
        timeout: 10_000,
        now: () => now
    });

function sheetCommand(script: string, parameters: [string, string][]): SheetCommand {
    const query = `?${new URLSearchParams(parameters).toString()}`;
    return { method: 'GET', script, query, contentType: '', body: new Uint8Array() };
}

function dialling(referenceNumber: string): SheetCommand {
    const { parameters } = encodeDial({ agentCode: 'AG_ASHA', phoneNumber: '9876543201', referenceNumber });
    return sheetCommand('bridge.php', parameters);
}

function closing(referenceNumber: string): SheetCommand {
    const close = { agentCode: 'AG_ASHA', convoxId: '1', disposition: 'SALE', mobileNumber: '9876543201' };
    return sheetCommand('callcontrol_api.php', [
        ...encodeCloseCall(close),
        ['CallReferenceID', '17'],
        ['Process', 'SUPPORT'],
        ['refno', referenceNumber]
    ]);
}

function holding(referenceNumber: string): SheetCommand {
    return sheetCommand('callcontrol_api.php', [
        ['ACTION', 'Hold'],
        ['agent_id', 'AG_ASHA'],
        ['refno', referenceNumber]
    ]);
}

const commandsByKind = { close: closing, dial: dialling, hold: holding } as const;

const isForToken = ({ path }: DialectRequest): boolean => path.endsWith('/secureToken');
const json = (content: object, status = 200): DialectAnswer => ({ status, text: JSON.stringify(content) });

/** The wall clock of a server in India. */
const serverTime = (instant: number): string =>
    new Date(instant + 5.5 * HOUR).toISOString().slice(0, 19).replace('T', ' ');

/** A REST server that gives every token of a list once, and judges commands by the token that they show. */
function serverWith(judge: (token: string) => DialectAnswer): { send: SendOnce; readonly asked: string[] } {
    const asked: string[] = [];
    let tokens = 0;
    return {
        asked,
        send(request) {
            const shown = request.headers['Access-Token'] ?? '';
            asked.push(isForToken(request) ? 'token' : shown);
            tokens += isForToken(request) ? 1 : 0;
            const given = { STATUS: 'SUCCESS', REFRESH_TOKEN: `token-${tokens}`, EXPIRES_AT: serverTime(now + HOUR) };
            return Promise.resolve(isForToken(request) ? json(given) : judge(shown));
        }
    };
}

const ACCEPTED = json({ STATUS: 'CL000', MESSAGE: 'Call initiated' });

test.each<[DialectName, string]>([
    ['rest', 'token-1'],
    ['webService', KEY]
])('a server that repeats what it was shown, in %s, shows it to the gateway alone', async (dialect, shown) => {
    const server = serverWith(() => ({ status: 500, text: `<pre>Access-Token: ${shown} or ${KEY}</pre>` }));
    const { words } = await senderOf(dialect)(dialling('SF_000001'), server.send);
    expect(words).toContain('<pre>Access-Token: *** or ***</pre>');
});

test('a token is fetched once, and again shortly before its end', async () => {
    const server = serverWith(() => ACCEPTED);
    const send = senderOf();
    await Promise.all([send(dialling('SF_000001'), server.send), send(dialling('SF_000002'), server.send)]);
    expect(server.asked).toEqual(['token', 'token-1', 'token-1']);
    now += HOUR - 61_000;
    await send(dialling('SF_000003'), server.send);
    now += 2000;
    await send(dialling('SF_000004'), server.send);
    expect(server.asked.slice(3)).toEqual(['token-1', 'token', 'token-2']);
});

test.each<[string, DialectAnswer]>([
    ['expired (GE008)', json({ STATUS: 'GE008', MESSAGE: 'Token expired' })],
    ['another server’s (GE007)', json({ STATUS: 'GE007', MESSAGE: 'Invalid token' }, 401)],
    ['not wanted (401 without a word)', { status: 401, text: '' }]
])('a token that is %s is fetched afresh, and the command said once more', async (_, refusal) => {
    const server = serverWith((token) => (token === 'token-1' ? refusal : ACCEPTED));
    const sent = await senderOf()(dialling('SF_000001'), server.send);
    expect(sent).toMatchObject({ outcome: 'accepted', code: 'CL000' });
    expect(server.asked).toEqual(['token', 'token-1', 'token', 'token-2']);
});

test.each<[string, DialectAnswer, string]>([
    ['a code', json({ STATUS: 'GE008', MESSAGE: 'Token expired' }), 'GE008'],
    ['a status alone', { status: 401, text: '' }, '']
])(
    'a command whose fresh token is refused, too, by %s, is refused and not said a third time',
    async (_, refusal, code) => {
        const server = serverWith(() => refusal);
        const sent = await senderOf()(dialling('SF_000001'), server.send);
        expect(sent).toMatchObject({ outcome: 'refused', code, came: 'answered' });
        expect(server.asked).toEqual(['token', 'token-1', 'token', 'token-2']);
    }
);

test('of two commands with one token that is refused, only one fetches the next', async () => {
    const server = serverWith((token) => (token === 'token-1' ? json({ STATUS: 'GE008' }) : ACCEPTED));
    const send = senderOf();
    await Promise.all([send(dialling('SF_000001'), server.send), send(dialling('SF_000002'), server.send)]);
    expect(server.asked.filter((asked) => asked === 'token')).toHaveLength(2);
});

test.each<[string, SendOnce, string, string]>([
    [
        'refuses the key',
        () => Promise.resolve(json({ STATUS: 'GE007', MESSAGE: 'Invalid token' })),
        'GE007',
        'ConVox gives the gateway no token: Invalid token. The command was not sent'
    ],
    [
        'does not answer',
        () => Promise.reject(new NoAnswer('timed out', undefined)),
        '',
        'ConVox gives the gateway no token: the command was not sent'
    ]
])('a command is not sent when the server %s for the token', async (_, send, code, words) => {
    expect(await senderOf()(dialling('SF_000001'), send)).toMatchObject({
        outcome: 'refused',
        code,
        words,
        came: 'withheld'
    });
});

test('a command is not sent when the token took all of its time', async () => {
    const server = serverWith(() => ACCEPTED);
    const slow: SendOnce = (request, timeout) => {
        now += isForToken(request) ? 10_000 : 0;
        return server.send(request, timeout);
    };
    expect(await senderOf()(dialling('SF_000001'), slow)).toMatchObject({ outcome: 'refused', came: 'withheld' });
    expect(server.asked).toEqual(['token']);
});

test('a command is not said again when the refusal of its token took all of its time', async () => {
    const server = serverWith(() => json({ STATUS: 'GE008' }));
    const slow: SendOnce = (request, timeout) => {
        now += isForToken(request) ? 1 : 10_000;
        return server.send(request, timeout);
    };
    expect(await senderOf()(dialling('SF_000001'), slow)).toMatchObject({ outcome: 'refused', came: 'withheld' });
    expect(server.asked).toEqual(['token', 'token-1']);
});

test('whatever time is left, a request is given whole milliseconds', async () => {
    const given: number[] = [];
    const server = serverWith(() => ACCEPTED);
    await senderOf()(dialling('SF_000001'), (request, timeout) => {
        given.push(timeout);
        now += 1.5;
        return server.send(request, timeout);
    });
    expect(given).toEqual([5000, 9999]);
});

test.each(dialectNames)('what cannot be said in the dialect %s needs no token', async (name) => {
    const sent = await senderOf(name)(sheetCommand('bridge.php', [['ACTION', 'TRANSFER']]), () =>
        Promise.resolve(json({ STATUS: 'GE009' }))
    );
    expect(sent).toMatchObject({ outcome: 'refused', code: 'GE009' });
});

/** What happens to one request on its way; the server does what it is asked only where `isDone`. */
interface Fate {
    readonly what: string;
    readonly isDone: boolean;
    readonly lost?: NoAnswerKind;
    readonly answer?: DialectAnswer;
}

const ANSWERED: Fate = { what: 'answered', isDone: true };
const fates: readonly Fate[] = [
    ANSWERED,
    { what: 'not sent', isDone: false, lost: 'not sent' },
    { what: 'lost on the way', isDone: false, lost: 'timed out' },
    { what: 'answer too late', isDone: true, lost: 'timed out' },
    { what: 'answer broken off', isDone: true, lost: 'broken off' },
    { what: 'answer too large', isDone: true, lost: 'too large' },
    { what: 'answer unreadable', isDone: true, answer: { status: 200, text: '<html>Fatal error' } },
    { what: 'proxy fails', isDone: false, answer: { status: 502, text: '<html>Bad gateway' } },
    { what: 'proxy redirects', isDone: false, answer: { status: 302, text: '' } },
    { what: 'turned away', isDone: false, answer: { status: 401, text: '' } },
    { what: 'done, under a code of no list', isDone: true, answer: json({ STATUS: 'LO000', MESSAGE: 'Done' }) },
    { what: 'busy', isDone: false, answer: json({ STATUS: 'CL005', MESSAGE: 'Agent is busy' }) }
];

function orThrow(answer: DialectAnswer | NoAnswer): DialectAnswer {
    if (answer instanceof NoAnswer) {
        throw answer;
    }
    return answer;
}

/** A server whose requests meet their fates in turn, and which notes what it did. */
function fatefulServer(dialect: DialectName, given: readonly Fate[], handsOutOneToken: boolean) {
    const done = new Map<string, number>();
    const left = [...given];
    let token = 0;
    let isExpired = false;

    function giveToken(): DialectAnswer {
        token += handsOutOneToken && !isExpired && token > 0 ? 0 : 1;
        isExpired = false;
        return json({ STATUS: 'SUCCESS', REFRESH_TOKEN: `token-${token}`, EXPIRES_AT: serverTime(START + HOUR) });
    }

    /** Whatever else would become of it, a request with an old token is not done. */
    function turnedAway(request: DialectRequest): DialectAnswer | undefined {
        return dialect === 'rest' && (isExpired || request.headers['Access-Token'] !== `token-${token}`)
            ? json({ STATUS: isExpired ? 'GE008' : 'GE007' })
            : undefined;
    }

    function doIt(request: DialectRequest): DialectAnswer {
        const said = `${request.path} ${new TextDecoder().decode(request.body)}`;
        const [name = ''] = /SF_\d{6}/.exec(said) ?? [];
        done.set(name, (done.get(name) ?? 0) + 1);
        return json({ STATUS: /CLOSE/.test(said) ? 'EC000' : 'CL000', MESSAGE: 'Done' });
    }

    function reply(request: DialectRequest, { isDone, answer }: Fate): DialectAnswer | undefined {
        if (isForToken(request)) {
            const given = giveToken();
            return answer ?? given;
        }
        const away = isDone ? turnedAway(request) : undefined;
        const told = isDone && !away ? doIt(request) : undefined;
        return away ?? answer ?? told;
    }

    return {
        done,
        expire: () => (isExpired = true),
        take(request: DialectRequest): DialectAnswer | NoAnswer {
            const fate = left.shift() ?? ANSWERED;
            const answer = reply(request, fate);
            return fate.lost === undefined ? (answer ?? { status: 500, text: '' }) : new NoAnswer(fate.lost, undefined);
        }
    };
}

const seed = Date.now() % 1_000_000;

test('no interleaving of time-outs, expired tokens and repeats dials, closes or holds twice, and no outcome lies', async () => {
    process.stdout.write(`Interleaving commands with seed ${seed}\n`);
    const stories = fc.record({
        dialect: fc.constantFrom(...dialectNames),
        /** Which of two gateways each command comes through, and what it is. */
        commands: fc.array(fc.record({ gateway: fc.nat(1), kind: fc.constantFrom('close', 'dial', 'hold') }), {
            minLength: 1,
            maxLength: 6
        }),
        fates: fc.array(fc.constantFrom(...fates), { maxLength: 16 }),
        expiries: fc.nat(4),
        handsOutOneToken: fc.boolean()
    });
    await fc.assert(
        fc.asyncProperty(fc.scheduler(), stories, async (scheduler, story) => {
            const server = fatefulServer(story.dialect, story.fates, story.handsOutOneToken);
            const gateways = [senderOf(story.dialect), senderOf(story.dialect)] as const;
            const pause = (what: string): Promise<void> => scheduler.schedule(Promise.resolve(), what);
            const send: SendOnce = async (request) => {
                await pause('a request travels');
                const answer = server.take(request);
                await pause('an answer travels');
                return orThrow(answer);
            };
            const names = story.commands.map((_, index) => `SF_${String(index).padStart(6, '0')}`);
            const sent = story.commands.map(({ gateway, kind }, index): Promise<SentCommand> => {
                const name = names[index] ?? '';
                return (gateway === 0 ? gateways[0] : gateways[1])(commandsByKind[kind](name), send);
            });
            const expiries = Array.from({ length: story.expiries }, () => pause('a token expires').then(server.expire));
            const [outcomes] = await scheduler.waitFor(Promise.all([Promise.all(sent), Promise.all(expiries)]));
            outcomes.forEach(({ outcome }, index) => {
                const times = server.done.get(names[index] ?? '') ?? 0;
                expect(times).toBeLessThanOrEqual(1);
                expect({ outcome, times }).not.toEqual({ outcome: 'refused', times: 1 });
                expect({ outcome, times }).not.toEqual({ outcome: 'accepted', times: 0 });
            });
        }),
        { numRuns: 400, seed }
    );
});
