/**
 * Faults of an installation that the assistant and the flow of the night both see, each with the one check that turns
 * red. Two places judge; this table holds them together.
 */
export interface Fault {
    readonly name: string;
    readonly red: string;
    /** Changes to the report of a gateway that is well. */
    readonly report?: Readonly<Record<string, unknown>>;
    /** What answers in place of a gateway. */
    readonly answer?: string;
    readonly gatewayClockMinutesOff?: number;
    readonly timeZone?: string;
    /** Which of the servers is the default one; the first when left out. */
    readonly defaultServer?: 'second' | 'none';
    /** Code of the first server; it has none when left out. */
    readonly firstServer?: string;
    /** Code of a server beside the first one. */
    readonly secondServer?: string;
    readonly secondTimeZone?: string;
    /** Sheet when left out, as for the second server. */
    readonly dialect?: string;
    readonly secondDialect?: string;
    /** Calls that have no status of their own; one of half an hour ago when left out. */
    readonly popsMinutesAgo?: readonly number[];
    /** The last call status; 25 minutes ago when left out. */
    readonly statusMinutesAgo?: number;
    /** Commands that nobody knows the end of. */
    readonly commands?: readonly { readonly key: string; readonly hoursAgo: number }[];
    readonly agentLacks?: 'user' | 'right of the package' | 'right on standard objects' | 'right of agents on them';
}

export const POPS_MINUTES_AGO = [30];
export const TIME_ZONE = 'Asia/Kolkata';

const server = { code: 'default', isDefault: true, timeZone: TIME_ZONE, dialect: 'sheet', answers: true };

/** What a gateway answers to GET /report that is well, in its order of names. */
export function reportText(at: Date, { report = {}, gatewayClockMinutesOff = 0 }: Partial<Fault>): string {
    const clock = new Date(at.getTime() + gatewayClockMinutesOff * 60_000).toISOString();
    const well = {
        gateway: '0.1.0',
        status: 'ok',
        reasons: [],
        at: clock,
        waiting: 0,
        oldestSeconds: 0,
        deadLetters: 0
    };
    return JSON.stringify({ ...well, apiUsage: { used: 1, allowed: 15_000 }, servers: [server], ...report });
}

/** As pace.ts of the gateway says it. */
const USED = 'The org has used 14000 of its 15000 API requests of 24 hours: calls are forwarded every 10 seconds';

export const faults: readonly Fault[] = [
    { name: 'no default server', red: 'defaultServer', defaultServer: 'none' },
    { name: 'a second default server', red: 'defaultServer', secondServer: '', defaultServer: 'second' },
    {
        name: 'a default server that is another at the gateway',
        red: 'defaultServer',
        firstServer: 'mumbai',
        secondServer: 'austin',
        secondTimeZone: 'America/Chicago',
        secondDialect: 'rest',
        defaultServer: 'second',
        report: {
            servers: [
                { ...server, code: 'mumbai' },
                { ...server, code: 'austin', isDefault: false, timeZone: 'America/Chicago', dialect: 'rest' }
            ]
        }
    },
    {
        name: 'a server beside the default one that nothing names',
        red: 'defaultServer',
        secondServer: ''
    },
    { name: 'a wrong key', red: 'gateway', answer: 'REFUSED - Invalid or missing access token' },
    { name: 'a page in place of a gateway', red: 'gateway', answer: '<p>nginx</p>' },
    {
        name: 'a ConVox that is down',
        red: 'convox',
        report: { servers: [server, { ...server, code: 'austin', isDefault: false, answers: false }] }
    },
    { name: 'a server that the gateway does not know', red: 'servers', secondServer: 'pune' },
    { name: 'another zone in Salesforce', red: 'zone', timeZone: 'Asia/Dhaka' },
    {
        name: 'another zone of a second server',
        red: 'zone',
        secondServer: 'austin',
        secondTimeZone: 'America/Denver',
        report: { servers: [server, { ...server, code: 'austin', isDefault: false, timeZone: 'America/Chicago' }] }
    },
    { name: 'another dialect in Salesforce', red: 'dialect', dialect: 'rest' },
    {
        name: 'another dialect of a second server',
        red: 'dialect',
        secondServer: 'austin',
        secondDialect: 'webService',
        report: { servers: [server, { ...server, code: 'austin', isDefault: false, dialect: 'rest' }] }
    },
    { name: 'a clock two hours slow', red: 'clock', gatewayClockMinutesOff: -120 },
    { name: 'a clock three minutes fast', red: 'clock', gatewayClockMinutesOff: 3 },
    {
        name: 'dead letters',
        red: 'backlog',
        report: { status: 'degraded', deadLetters: 3, reasons: ['3 dead letters wait for an administrator'] }
    },
    {
        name: 'an allowance near its end',
        red: 'allowance',
        report: {
            status: 'degraded',
            reasons: [USED],
            apiUsage: { used: 14_000, allowed: 15_000 }
        }
    },
    {
        name: 'an allowance at the threshold',
        red: 'allowance',
        report: { apiUsage: { used: 12_000, allowed: 15_000 } }
    },
    {
        name: 'dead letters of which the gateway tells behind the allowance',
        red: 'backlog',
        report: {
            status: 'degraded',
            reasons: [USED, '3 dead letters wait for an administrator'],
            deadLetters: 3
        }
    },
    { name: 'statuses that stopped', red: 'statuses', popsMinutesAgo: [1, 61], statusMinutesAgo: 62 },
    { name: 'statuses that stopped days ago', red: 'statuses', popsMinutesAgo: [5000], statusMinutesAgo: 6000 },
    { name: 'a command that nobody knows the end of', red: 'unknown', commands: [{ key: 'dial:1', hoursAgo: 23 }] },
    {
        name: 'such a command behind one of a trial',
        red: 'unknown',
        commands: [
            { key: 'TRIAL-1:close:1', hoursAgo: 1 },
            { key: 'S1:close:1', hoursAgo: 2 }
        ]
    },
    { name: 'an agent without a user', red: 'agents', agentLacks: 'user' },
    { name: 'an agent without the set of agents', red: 'rights', agentLacks: 'right of the package' },
    { name: 'an agent without the rights on contacts', red: 'rights', agentLacks: 'right on standard objects' },
    { name: 'an agent without the rights of agents', red: 'rights', agentLacks: 'right of agents on them' }
];

/** What is no fault, though it looks like one. */
export const notAtFault: readonly Omit<Fault, 'red'>[] = [
    { name: 'an hour in which nobody called', popsMinutesAgo: [], statusMinutesAgo: 200 },
    { name: 'the first pop after a quiet night', popsMinutesAgo: [1], statusMinutesAgo: 600 },
    { name: 'an hour of calls after a quiet night', popsMinutesAgo: [1, 30, 59], statusMinutesAgo: 600 },
    { name: 'a call of yesterday whose status was lost', popsMinutesAgo: [1, 1000], statusMinutesAgo: 600 },
    { name: 'a command without an answer two days ago', commands: [{ key: 'dial:1', hoursAgo: 25 }] },
    {
        name: 'the end of a call that an administrator tried',
        commands: [
            { key: 'TRIAL-1:close:1', hoursAgo: 1 },
            { key: 'austin:TRIAL-2:close:1', hoursAgo: 1 }
        ]
    },
    { name: 'an allowance of which a fifth and one is left', report: { apiUsage: { used: 11_999, allowed: 15_000 } } }
];
