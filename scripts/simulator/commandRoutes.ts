import { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { closeCommand, agentNamedIn, dialCommand, refusedClose } from './commands.ts';
import type { CommandOptions, Judged, WireParameters } from './commands.ts';
import { wordReply } from './replies.ts';
import type { ReplyStyle } from './replies.ts';
import type { CallPlan } from './scenarios.ts';
import type { Switches } from './settings.ts';
import type { Timers } from './timers.ts';
import type { WireLog } from './wireLog.ts';

export interface CommandRouteOptions extends CommandOptions {
    readonly replyStyle: ReplyStyle;
    /** Milliseconds that a slow answer takes. */
    readonly slowReply: number;
    readonly switches: Readonly<Switches>;
    readonly timers: Timers;
    readonly log: WireLog;
}

interface Treatment {
    readonly kind: 'callcontrol' | 'dial';
    readonly manner: CallPlan['callControl'];
    readonly style: ReplyStyle;
    readonly judge: () => Judged;
}

/**
 * The scripts of the server that a CRM calls. Everything received is in the log before it is answered, with its names and
 * values exactly as they were on the wire.
 */
export function commandRoutes(options: CommandRouteOptions): Hono {
    const app = new Hono();

    app.on(['GET', 'POST'], '/ConVoxCCS/Agent/callcontrol_api.php', async (context) => {
        const parameters = await wireParameters(context.req.raw);
        const agentCode = agentNamedIn(parameters);
        const plan = options.switchboard.line(agentCode)?.plan;
        const manner = plan?.callControl ?? 'works';
        return treat(context, parameters, {
            kind: 'callcontrol',
            manner,
            style: plan?.replyStyle ?? options.replyStyle,
            judge: () => (manner === 'refuses' ? refusedClose(parameters) : closeCommand(parameters, options))
        });
    });

    app.on(['GET', 'POST'], '/ConVoxCCS/Agent/:script{[A-Za-z0-9_]+\\.php}', async (context) => {
        const parameters = await wireParameters(context.req.raw);
        const manner = options.switches.dialling;
        return treat(context, parameters, {
            kind: 'dial',
            manner,
            style: options.replyStyle,
            judge: () =>
                manner === 'refuses'
                    ? { agentCode: agentNamedIn(parameters), reply: { code: 'CL010', message: 'No line is free' } }
                    : dialCommand(parameters, options)
        });
    });

    async function treat(context: Context, parameters: WireParameters, treatment: Treatment): Promise<Response> {
        const { kind, manner, style, judge } = treatment;
        const received = {
            kind,
            method: context.req.method,
            path: context.req.path,
            contentType: context.req.header('content-type') ?? '',
            parameters
        };
        if (manner === 'drops') {
            const agentCode = agentNamedIn(parameters);
            options.log.add({ ...received, agentCode, status: 0, reply: 'The connection was cut', delivery: 'cut' });
            return cutConnection(context);
        }
        const { agentCode, reply } = judge();
        const { text, contentType } = wordReply(style, reply);
        const delivery = manner === 'isSlow' ? 'late' : 'atOnce';
        options.log.add({ ...received, agentCode, status: 200, reply: text, delivery });
        if (manner === 'isSlow') {
            await new Promise<void>((resolve) => options.timers.after(options.slowReply, resolve));
        }
        return new Response(text, { headers: { 'content-type': contentType } });
    }

    return app;
}

/** Query first, then form, as PHP's $_REQUEST sees them; another body is kept whole under the name `body`. */
async function wireParameters(request: Request): Promise<WireParameters> {
    const query = [...new URL(request.url).searchParams];
    if (request.method === 'GET') {
        return query;
    }
    const text = await request.text();
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '');
    const body: WireParameters = text === '' ? [] : [['body', text]];
    return [...query, ...(isForm ? new URLSearchParams(text) : body)];
}

/** Ends the connection without an answer where there is a socket; elsewhere the body breaks off. */
function cutConnection(context: Context): Response {
    const bindings: unknown = context.env;
    const incoming = typeof bindings === 'object' && bindings !== null && 'incoming' in bindings && bindings.incoming;
    if (incoming instanceof IncomingMessage) {
        incoming.socket.destroy();
        return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
    }
    return new Response(
        new ReadableStream({
            start(controller) {
                controller.error(new Error('The simulated server cut the connection'));
            }
        })
    );
}
