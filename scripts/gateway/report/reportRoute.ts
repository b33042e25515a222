import type { Context } from 'hono';
import { createGuard } from '../access/guard.ts';
import type { GuardOptions } from '../access/guard.ts';
import { headersOf } from '../access/requestHeaders.ts';
import type { ConnectionBindings } from '../access/sourceAddress.ts';
import { KEY_HEADER, plain, refusedCommand } from '../callControl/callControlRoute.ts';
import type { CallControlSettings } from '../callControl/callControlRoute.ts';
import { statusOf } from '../intake/healthRoutes.ts';
import type { Readiness } from '../intake/healthRoutes.ts';
import type { LastOfServer } from '../serverActivity.ts';
import { createReach } from './reach.ts';
import { secretMark } from './secretMark.ts';

export interface ReportedServer {
    readonly code: string;
    readonly isDefault: boolean;
    /** IANA name of the zone that its times are in. */
    readonly timeZone: string;
    readonly recordings?: string | undefined;
    readonly callControl?: CallControlSettings | undefined;
    /** What it may show beside its pushes, where it has secrets of its own. */
    readonly secrets?: readonly string[] | undefined;
}

export interface ReportOptions {
    readonly current: () => Promise<Readiness>;
    readonly activity: () => Readonly<Record<string, LastOfServer>>;
    readonly version: string;
    readonly clock: () => Date;
    readonly servers: readonly ReportedServer[];
    /** Of servers that have none of their own. */
    readonly secrets: readonly string[];
    readonly guard: Omit<GuardOptions, 'allowed' | 'authentication'>;
}

/**
 * What an administrator in Salesforce wants to know of the gateway, as JSON in plain text. It comes by the same credential
 * as commands, from the same addresses, so that an answer proves address, key, certificate and firewall; it holds no number,
 * no secret, only marks by which one is told from another, and of a ConVox server no address but the public one of its recordings. A flow in the org finds values in it as text: names keep their order.
 */
export function reportRoute(
    options: ReportOptions
): (context: Context<{ Bindings: ConnectionBindings }>) => Promise<Response> {
    const { current, activity, version, clock, servers } = options;
    const startedAt = clock().toISOString();
    const commanded = servers.flatMap(({ callControl }) => callControl ?? []);
    const lists = commanded.map(({ allowed = [] }) => allowed);
    const guard = createGuard({
        ...options.guard,
        allowed: lists.some((list) => list.length === 0) ? [] : lists.flat(),
        authentication: {
            secrets: [...new Set(commanded.flatMap(({ keys }) => keys))],
            secretHeader: KEY_HEADER,
            onlyHeader: true
        }
    });
    const answers = createReach(options.guard.now);

    async function reportedServer(server: ReportedServer): Promise<object> {
        const { code, isDefault, timeZone, recordings, callControl, secrets = options.secrets } = server;
        return {
            code,
            isDefault,
            timeZone,
            ...(callControl && {
                dialect: callControl.dialect ?? 'sheet',
                answers: await answers(callControl.origin)
            }),
            ...(recordings !== undefined && { recordings }),
            keys: callControl?.keys.map(secretMark),
            secrets: secrets.map(secretMark),
            ...activity()[code]
        };
    }

    return async ({ req: { raw }, env }) => {
        const turnedAway = guard(headersOf(raw, env), env);
        if (turnedAway !== undefined) {
            return refusedCommand(turnedAway.message);
        }
        const [readiness, reported] = await Promise.all([current(), Promise.all(servers.map(reportedServer))]);
        const { reasons, journal, usage, lastForwardAt } = readiness;
        return plain(
            JSON.stringify({
                gateway: version,
                status: statusOf(readiness),
                reasons,
                at: clock().toISOString(),
                startedAt,
                ...(journal && {
                    waiting: journal.waiting,
                    oldestSeconds: journal.oldestSeconds,
                    deadLetters: journal.deadLetters
                }),
                ...(lastForwardAt !== undefined && { lastForwardAt: new Date(lastForwardAt).toISOString() }),
                ...(usage && { apiUsage: usage }),
                servers: reported
            })
        );
    };
}
