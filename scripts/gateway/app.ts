import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { WebApp } from '../http/listen.ts';
import { createAuthentication } from './authentication.ts';
import { callStatusRoute } from './callStatusRoute.ts';
import type { CallSink } from './callSink.ts';
import { rejected } from './envelope.ts';
import { jsonLog } from './log.ts';
import type { Log } from './log.ts';
import { popRoute } from './popRoute.ts';
import { createSalesforceCalls } from './salesforceCalls.ts';
import type { SalesforceLogin } from './salesforceToken.ts';

export interface GatewaySettings {
    readonly secrets: readonly string[];
    readonly secretHeader?: string;
    /** IANA name of the zone that ConVox's times are in. */
    readonly timeZone: string;
    /** Origin of the org's Lightning pages, without a path. */
    readonly lightningOrigin: string;
    readonly salesforce: SalesforceLogin;
}

export interface GatewayOptions extends GatewaySettings {
    /** Where call statuses go; by default straight to Salesforce. */
    readonly sink?: CallSink;
    readonly clock?: () => Date;
    readonly log?: Log;
}

const LARGEST_BODY = 64 * 1024;

/** The gateway between ConVox and Salesforce: `/call-status`, `/pop` and `/health`. */
export function createGateway(options: GatewayOptions): WebApp {
    const clock = options.clock ?? (() => new Date());
    const log = options.log ?? jsonLog(clock, (line) => process.stdout.write(line));
    const sink = options.sink ?? createSalesforceCalls(options.salesforce);
    const app = new Hono();
    app.use(
        secureHeaders({
            contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
            referrerPolicy: 'no-referrer'
        })
    );
    app.use(async (context, next) => {
        await next();
        context.header('cache-control', 'no-store');
    });
    app.use(
        bodyLimit({
            maxSize: LARGEST_BODY,
            onError: () => rejected(413, `The body is larger than ${LARGEST_BODY} bytes`)
        })
    );
    app.get('/health', ({ json }) => json({ status: 'ok' }));
    const authenticated = createAuthentication(options);
    app.on(['GET', 'POST'], '/call-status', callStatusRoute({ ...options, authenticated, sink, clock, log }));
    app.on(['GET', 'POST'], '/pop', popRoute({ lightningOrigin: options.lightningOrigin, log }));
    app.notFound(() => rejected(404, 'The gateway answers at /call-status, /pop and /health'));
    app.onError((error) => {
        log({ level: 'error', event: 'request failed', error: error.name });
        return rejected(500, 'Unexpected error');
    });
    return app;
}
