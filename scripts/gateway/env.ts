import { z } from 'zod';
import type { GatewaySettings } from './app.ts';
import type { CallControlSettings } from './callControl/callControlRoute.ts';
import type { ServerSettings } from './serverSettings.ts';
import type { ExtraField } from './extraFields/extraField.ts';
import { listeningVariables } from './listeningEnvironment.ts';
import { parse, refusalOf } from './parsedSettings.ts';
import { settingsSaidTwice, unknownSettings } from './refusedSettings.ts';
import { readServersFile } from './serversFile.ts';
import { zonesOf } from './serverZones.ts';
import type { ServerZones } from './serverZones.ts';
import { SETTINGS_FILE } from './settingsFile.ts';
import type { Variables } from './settingsFile.ts';
import type { TracingSettings } from './tracing/tracing.ts';
import {
    accessKey,
    addresses,
    amount,
    convoxOrigin,
    dialect,
    extraFields,
    problemOfKey,
    rate,
    safeOrigin,
    scripts,
    seconds,
    secrets,
    timeZone,
    USUAL_SCRIPTS
} from './settingValues.ts';

export interface GatewayEnvironment extends GatewaySettings {
    readonly host: string;
    readonly port: number;
    /** Files of a certificate and its key, PEM; plain http when left out. */
    readonly tls?: { readonly certificate: string; readonly key: string };
    readonly journal: JournalEnvironment;
    /** Milliseconds that a stopping gateway may go on forwarding. */
    readonly drain: number;
    /** Where traces go; none are made when left out. */
    readonly traces?: TracingSettings;
    /** Milliseconds between "not ready" and closing the port. */
    readonly stopGrace: number;
}

/** What the commands need that only look into the journal. */
export interface JournalEnvironment extends ServerZones {
    /** A file of SQLite, or a `postgresql://` address. */
    readonly location: string;
    readonly mostBytes: number;
    /** Milliseconds that settled pushes are kept. */
    readonly keep: number;
    /** Milliseconds that dead letters are kept. */
    readonly keepDead: number;
}

const DAY = 24 * 60 * 60 * 1000;
const MEGABYTE = 1024 ** 2;

const journalVariables = {
    GATEWAY_JOURNAL: z
        .string('is missing: a file on a local disk, or the postgresql:// address of a shared database')
        .min(1, 'is empty')
        .refine((location) => !/^(:memory:|file:)/.test(location), {
            error: 'has to be the path of a file, not an address of SQLite: what is in memory survives nothing'
        }),
    GATEWAY_JOURNAL_MEGABYTES: amount(4096).transform((value) => value * MEGABYTE),
    GATEWAY_KEEP_DAYS: amount(14).transform((value) => value * DAY),
    GATEWAY_KEEP_DEAD_LETTER_DAYS: amount(90).transform((value) => value * DAY),
    CONVOX_TIME_ZONE: timeZone.default('Asia/Kolkata'),
    GATEWAY_SERVERS_FILE: z.string().min(1, 'is empty').optional()
};

const extraVariables = { CONVOX_EXTRA_FIELDS: extraFields };

const settings = z.object({
    ...journalVariables,
    ...listeningVariables,
    GATEWAY_TLS_KEY: z.string().min(1, 'is empty').optional(),
    GATEWAY_SECRETS: secrets('one or more secrets that ConVox sends'),
    GATEWAY_SECRET_HEADER: z
        .string()
        .regex(/^[A-Za-z0-9-]+$/, 'has to be the name of a header')
        .optional(),
    GATEWAY_ALLOWED_SOURCES: addresses,
    GATEWAY_TRUSTED_PROXIES: addresses,
    GATEWAY_MONITORS: addresses,
    CONVOX_COMMAND_SOURCES: addresses,
    GATEWAY_RATE_PER_SECOND: rate(500),
    GATEWAY_POP_RATE_PER_SECOND: rate(20),
    GATEWAY_POP_KEYS: secrets('values of PopKey that ConVox sends with a pop').optional(),
    GATEWAY_DRAIN_SECONDS: seconds(20, 3600),
    GATEWAY_STOP_GRACE_SECONDS: seconds(1, 300),
    GATEWAY_FLUSH_SECONDS: seconds(1, 60),
    GATEWAY_MOST_ATTEMPTS: z.coerce.number('has to be a number').int().min(1).default(10),
    CONVOX_ORIGIN: convoxOrigin.optional(),
    CONVOX_KEYS: secrets('values of X-ConVox-Gateway-Key').optional(),
    CONVOX_SCRIPTS: scripts.prefault(USUAL_SCRIPTS),
    CONVOX_DIALECT: dialect,
    CONVOX_ACCESS_KEY: accessKey.optional(),
    ...extraVariables,
    SALESFORCE_LIGHTNING_ORIGIN: safeOrigin('where agents work, for example https://example.lightning.force.com'),
    SALESFORCE_LOGIN_URL: safeOrigin('the My Domain of the org, for example https://example.my.salesforce.com'),
    SALESFORCE_CLIENT_ID: z.string('is missing: the consumer key of the external client app').min(1, 'is empty'),
    SALESFORCE_CLIENT_SECRET: z.string('is missing: the consumer secret of the external client app').min(1, 'is empty'),
    SALESFORCE_TIMEOUT_SECONDS: seconds(30, 120),
    OTEL_EXPORTER_OTLP_ENDPOINT: z
        .url({ protocol: /^https?$/, error: 'has to be the http address of a collector' })
        .optional(),
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number('has to be a share').min(0).max(1).default(1)
});

/** Every variable that is read. */
export const settingNames: readonly string[] = [...Object.keys(settings.shape), SETTINGS_FILE];

const variables = settings
    .refine((values) => (values.GATEWAY_TLS_CERTIFICATE === undefined) === (values.GATEWAY_TLS_KEY === undefined), {
        error: 'has to be set together with GATEWAY_TLS_KEY',
        path: ['GATEWAY_TLS_CERTIFICATE']
    })
    .refine((values) => (values.CONVOX_ORIGIN === undefined) === (values.CONVOX_KEYS === undefined), {
        error: 'has to be set together with CONVOX_KEYS, or neither when Salesforce sends no commands through the gateway',
        path: ['CONVOX_ORIGIN']
    })
    .superRefine(({ CONVOX_DIALECT, CONVOX_ACCESS_KEY }, context) => {
        const message = problemOfKey(CONVOX_DIALECT, CONVOX_ACCESS_KEY);
        if (message !== undefined) {
            context.addIssue({ code: 'custom', message, path: ['CONVOX_ACCESS_KEY'] });
        }
    });

/**
 * The gateway's settings from environment variables.
 * @throws Error that names every variable that is missing or wrong, one a line, without any value.
 */
export function readEnvironment(environment: Variables): GatewayEnvironment {
    const refused = [...unknownSettings(environment, settingNames), ...settingsSaidTwice(environment)];
    if (refused.length > 0) {
        throw refusalOf(refused);
    }
    const data = parse(variables, environment);
    const servers = serversOf(data);
    const callControl = callControlOf(data, servers);
    const { GATEWAY_TLS_CERTIFICATE: certificate, GATEWAY_TLS_KEY: key } = data;
    return {
        host: data.GATEWAY_HOST,
        port: data.GATEWAY_PORT,
        ...(certificate && key ? { tls: { certificate, key } } : {}),
        journal: journalOf(data, servers),
        drain: data.GATEWAY_DRAIN_SECONDS,
        stopGrace: data.GATEWAY_STOP_GRACE_SECONDS,
        ...(data.OTEL_EXPORTER_OTLP_ENDPOINT
            ? { traces: { endpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT, share: data.OTEL_TRACES_SAMPLER_ARG } }
            : {}),
        secrets: data.GATEWAY_SECRETS,
        ...(data.GATEWAY_SECRET_HEADER ? { secretHeader: data.GATEWAY_SECRET_HEADER } : {}),
        sources: {
            allowed: data.GATEWAY_ALLOWED_SOURCES,
            proxies: data.GATEWAY_TRUSTED_PROXIES,
            ...(data.GATEWAY_MONITORS.length > 0 ? { monitors: data.GATEWAY_MONITORS } : {}),
            rate: { perSecond: data.GATEWAY_RATE_PER_SECOND, burst: data.GATEWAY_RATE_PER_SECOND * 2 }
        },
        popRate: { perSecond: data.GATEWAY_POP_RATE_PER_SECOND, burst: data.GATEWAY_POP_RATE_PER_SECOND * 5 },
        ...(data.GATEWAY_POP_KEYS ? { popKeys: data.GATEWAY_POP_KEYS } : {}),
        ...(callControl && { callControl }),
        forwarding: { flushAfter: data.GATEWAY_FLUSH_SECONDS, mostAttempts: data.GATEWAY_MOST_ATTEMPTS },
        timeZone: zonesOf(data.CONVOX_TIME_ZONE, servers).timeZone,
        ...(servers && { servers }),
        extraFields: extrasOf(data, servers),
        lightningOrigin: data.SALESFORCE_LIGHTNING_ORIGIN,
        salesforce: {
            loginUrl: data.SALESFORCE_LOGIN_URL,
            clientId: data.SALESFORCE_CLIENT_ID,
            clientSecret: data.SALESFORCE_CLIENT_SECRET,
            timeout: data.SALESFORCE_TIMEOUT_SECONDS
        }
    };
}

/** As `readEnvironment`, for commands that need no secrets. */
export function readJournalEnvironment(environment: Variables): JournalEnvironment {
    const data = parse(z.object(journalVariables), environment);
    return journalOf(data, serversOf(data));
}

/** As `readEnvironment`, for explaining what would become of a message. */
export function readExtraFields(environment: Variables): readonly ExtraField[] {
    const { GATEWAY_SERVERS_FILE } = journalVariables;
    const data = parse(z.object({ ...extraVariables, GATEWAY_SERVERS_FILE }), environment);
    return extrasOf(data, serversOf(data));
}

type JournalVariables = z.infer<z.ZodObject<typeof journalVariables>>;
type Servers = readonly ServerSettings[] | undefined;

function serversOf({ GATEWAY_SERVERS_FILE: file }: Pick<JournalVariables, 'GATEWAY_SERVERS_FILE'>): Servers {
    return file === undefined ? undefined : readServersFile(file);
}

function extrasOf(data: z.infer<z.ZodObject<typeof extraVariables>>, servers: Servers): readonly ExtraField[] {
    return servers === undefined
        ? Object.entries(data.CONVOX_EXTRA_FIELDS).map(([parameter, field]) => ({
              parameter,
              field,
              place: `CONVOX_EXTRA_FIELDS: ${parameter}`
          }))
        : servers.flatMap(({ extraFields: own = [] }) => own);
}

function callControlOf(data: z.infer<typeof variables>, servers: Servers): CallControlSettings | undefined {
    const { CONVOX_ORIGIN, CONVOX_KEYS, CONVOX_ACCESS_KEY } = data;
    if (servers !== undefined) {
        return servers.find(({ isDefault }) => isDefault)?.callControl;
    }
    return CONVOX_ORIGIN && CONVOX_KEYS
        ? {
              origin: CONVOX_ORIGIN,
              dialect: data.CONVOX_DIALECT,
              ...(CONVOX_ACCESS_KEY !== undefined && { accessKey: CONVOX_ACCESS_KEY }),
              keys: CONVOX_KEYS,
              scripts: data.CONVOX_SCRIPTS,
              allowed: data.CONVOX_COMMAND_SOURCES
          }
        : undefined;
}

function journalOf(data: JournalVariables, servers: Servers): JournalEnvironment {
    return {
        location: data.GATEWAY_JOURNAL,
        mostBytes: data.GATEWAY_JOURNAL_MEGABYTES,
        keep: data.GATEWAY_KEEP_DAYS,
        keepDead: data.GATEWAY_KEEP_DEAD_LETTER_DAYS,
        ...zonesOf(data.CONVOX_TIME_ZONE, servers)
    };
}
