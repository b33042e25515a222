/** A gateway in a process of its own, to be killed: settings as JSON in CHAOS_SETTINGS. */
import { z } from 'zod';
import type { ServerSettings } from '../serverSettings.ts';
import { serve } from '../serve.ts';

const settings = z
    .object({
        port: z.number(),
        journal: z.string(),
        orgUrl: z.string(),
        secret: z.string(),
        timeout: z.number(),
        lease: z.number(),
        servers: z.custom<readonly ServerSettings[]>(Array.isArray)
    })
    .parse(JSON.parse(process.env.CHAOS_SETTINGS ?? ''));

const gateway = await serve(
    {
        host: '127.0.0.1',
        port: settings.port,
        journal: {
            location: settings.journal,
            mostBytes: 2 ** 30,
            keep: 3_600_000,
            keepDead: 3_600_000,
            timeZone: 'Asia/Kolkata'
        },
        drain: 1000,
        stopGrace: 0,
        secrets: [settings.secret],
        timeZone: 'Asia/Kolkata',
        ...(settings.servers.length > 0 && { servers: settings.servers }),
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: {
            loginUrl: settings.orgUrl,
            clientId: 'convox-gateway',
            clientSecret: settings.secret,
            timeout: settings.timeout
        },
        forwarding: {
            flushAfter: 50,
            lease: settings.lease,
            outageBackoff: { first: 20, longest: 200 },
            rowBackoff: { first: 20, longest: 200 },
            mostAttempts: 1000
        }
    },
    () => undefined
);
process.stdout.write(`${gateway.url}\n`);
