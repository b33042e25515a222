import { z } from 'zod';
import type { GatewaySettings } from './app.ts';

export interface GatewayEnvironment extends GatewaySettings {
    readonly host: string;
    readonly port: number;
}

const SHORTEST_SECRET = 16;

const secrets = z
    .string('is missing: one or more secrets that ConVox sends, separated by commas')
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    .refine((list) => list.every((secret) => secret.length >= SHORTEST_SECRET), {
        error: `needs secrets of at least ${SHORTEST_SECRET} characters each`
    });

const origin = (what: string): z.ZodType<string> =>
    z
        .string(`is missing: ${what}`)
        .refine(isSafeOrigin, { error: `has to be an https origin without a path (${what})` })
        .transform((text) => new URL(text).origin);

const variables = z.object({
    GATEWAY_HOST: z.string().min(1).default('127.0.0.1'),
    GATEWAY_PORT: z.coerce.number('has to be a port number').int().min(0).max(65_535).default(8080),
    GATEWAY_SECRETS: secrets,
    GATEWAY_SECRET_HEADER: z
        .string()
        .regex(/^[A-Za-z0-9-]+$/, 'has to be the name of a header')
        .optional(),
    CONVOX_TIME_ZONE: z
        .string()
        .refine(isTimeZone, { error: 'has to be an IANA time zone, for example Asia/Kolkata' })
        .default('Asia/Kolkata'),
    SALESFORCE_LIGHTNING_ORIGIN: origin('where agents work, for example https://example.lightning.force.com'),
    SALESFORCE_LOGIN_URL: origin('the My Domain of the org, for example https://example.my.salesforce.com'),
    SALESFORCE_CLIENT_ID: z.string('is missing: the consumer key of the external client app').min(1, 'is empty'),
    SALESFORCE_CLIENT_SECRET: z.string('is missing: the consumer secret of the external client app').min(1, 'is empty'),
    SALESFORCE_TIMEOUT_SECONDS: z.coerce.number('has to be a number of seconds').positive().max(120).default(10)
});

/**
 * The gateway's settings from environment variables.
 * @throws Error that names every variable that is missing or wrong, one a line, without any value.
 */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): GatewayEnvironment {
    const parsed = variables.safeParse(environment);
    if (!parsed.success) {
        const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
        throw new Error(`The gateway cannot start:\n${lines.join('\n')}`);
    }
    const { data } = parsed;
    return {
        host: data.GATEWAY_HOST,
        port: data.GATEWAY_PORT,
        secrets: data.GATEWAY_SECRETS,
        ...(data.GATEWAY_SECRET_HEADER ? { secretHeader: data.GATEWAY_SECRET_HEADER } : {}),
        timeZone: data.CONVOX_TIME_ZONE,
        lightningOrigin: data.SALESFORCE_LIGHTNING_ORIGIN,
        salesforce: {
            loginUrl: data.SALESFORCE_LOGIN_URL,
            clientId: data.SALESFORCE_CLIENT_ID,
            clientSecret: data.SALESFORCE_CLIENT_SECRET,
            timeout: data.SALESFORCE_TIMEOUT_SECONDS * 1000
        }
    };
}

/** Plain http is for this machine alone: tokens and customers' numbers travel on it. */
function isSafeOrigin(text: string): boolean {
    const url = URL.parse(text);
    if (url === null || url.pathname !== '/' || url.search !== '' || url.username !== '') {
        return false;
    }
    return (
        url.protocol === 'https:' ||
        (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
    );
}

function isTimeZone(name: string): boolean {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    } catch {
        return false;
    }
}
