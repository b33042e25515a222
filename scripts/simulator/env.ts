import { z } from 'zod';
import { dialectNames, SIMULATED_KEY } from './settings.ts';
import type { ConvoxOptions } from './app.ts';

export interface ConvoxEnvironment {
    readonly host: string;
    readonly port: number;
    readonly options: ConvoxOptions;
}

const milliseconds = z.coerce.number('has to be a number of milliseconds').int().min(0);

const variables = z.object({
    CONVOX_HOST: z.string().min(1).default('127.0.0.1'),
    CONVOX_PORT: z.coerce.number('has to be a port number').int().min(0).max(65_535).default(4400),
    CONVOX_LIGHTNING_ORIGIN: z.url('has to be the origin of the console').default('http://127.0.0.1:4300'),
    CONVOX_GATEWAY_ORIGIN: z.url('has to be the origin of the gateway').default('http://127.0.0.1:8080'),
    CONVOX_SERVER_CODE: z.string().min(1).optional(),
    CONVOX_STATUS_SECRET: z.string('is missing: the secret that the gateway expects').min(1, 'is empty'),
    CONVOX_STATUS_HEADER: z.string().min(1).default('Access-Token'),
    CONVOX_STATUS_FORMAT: z.enum(['form', 'json', 'get']).default('form'),
    CONVOX_REPLY_STYLE: z.enum(['text', 'json', 'html']).default('text'),
    CONVOX_DIALECT: z.enum(dialectNames).default('sheet'),
    CONVOX_ACCESS_KEY: z.string().min(1).default(SIMULATED_KEY),
    CONVOX_TOKEN_MILLISECONDS: milliseconds.default(3_600_000),
    CONVOX_TIME_ZONE: z.string().min(1).default('Asia/Kolkata'),
    CONVOX_RING_MILLISECONDS: milliseconds.default(20_000),
    CONVOX_SLOW_REPLY_MILLISECONDS: milliseconds.default(15_000),
    CONVOX_WRAP_UP_MILLISECONDS: milliseconds.optional()
});

/**
 * The simulator's settings from environment variables; the defaults fit what `npm start` serves.
 * @throws Error that names every variable that is missing or wrong, one a line.
 */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): ConvoxEnvironment {
    const parsed = variables.safeParse(environment);
    if (!parsed.success) {
        const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
        throw new Error(`The simulated ConVox server cannot start:\n${lines.join('\n')}`);
    }
    const { data } = parsed;
    return {
        host: data.CONVOX_HOST,
        port: data.CONVOX_PORT,
        options: {
            salesforce: {
                lightningOrigin: new URL(data.CONVOX_LIGHTNING_ORIGIN).origin,
                gatewayOrigin: new URL(data.CONVOX_GATEWAY_ORIGIN).origin,
                ...(data.CONVOX_SERVER_CODE !== undefined && { server: data.CONVOX_SERVER_CODE }),
                statusHeader: data.CONVOX_STATUS_HEADER,
                statusSecret: data.CONVOX_STATUS_SECRET,
                statusFormat: data.CONVOX_STATUS_FORMAT
            },
            replyStyle: data.CONVOX_REPLY_STYLE,
            dialect: data.CONVOX_DIALECT,
            accessKey: data.CONVOX_ACCESS_KEY,
            timeZone: data.CONVOX_TIME_ZONE,
            times: {
                ring: data.CONVOX_RING_MILLISECONDS,
                tokenLife: data.CONVOX_TOKEN_MILLISECONDS,
                slowReply: data.CONVOX_SLOW_REPLY_MILLISECONDS,
                ...(data.CONVOX_WRAP_UP_MILLISECONDS === undefined ? {} : { wrapUp: data.CONVOX_WRAP_UP_MILLISECONDS })
            }
        }
    };
}
