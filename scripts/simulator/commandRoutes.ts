import { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { instantToServerTime } from '#contract';
import { closeCommand, agentNamedIn, dialCommand, refusedClose } from './commands.ts';
import type { CommandOptions, Judged, WireParameters } from './commands.ts';
import { readCommand, refusedCommand } from './jsonCommand.ts';
import type { JsonCommand } from './jsonCommand.ts';
import { isAgentCommand } from './agentCommands.ts';
import { numbersIn } from './lists.ts';
import { restCommand, webServiceCommand } from './jsonCommands.ts';
import { wordReply } from './replies.ts';
import type { Reply, ReplyStyle } from './replies.ts';
import type { CallPlan } from './scenarios.ts';
import type { DialectName, Switches } from './settings.ts';
import type { Tokens } from './tokens.ts';
import type { Timers } from './timers.ts';
import type { WireLog } from './wireLog.ts';

export interface CommandRouteOptions extends CommandOptions {
    readonly replyStyle: ReplyStyle;
    /** Milliseconds that a slow answer takes. */
    readonly slowReply: number;
    readonly switches: Readonly<Switches>;
    readonly tokens: Tokens;
    /** The static key that the web service and REST want to be shown. */
    readonly accessKey: string;
    readonly lostRows: readonly string[];
    readonly timers: Timers;
    readonly log: WireLog;
}

interface Treatment {
    readonly kind: 'callcontrol' | 'dial' | 'agent' | 'list';
    readonly manner: CallPlan['callControl'];
    readonly style: ReplyStyle;
    readonly judge: () => Judged;
}

interface JsonTreatment {
    /** Why nobody looks at the command. */
    readonly refused: Reply | undefined;
    readonly judge: (command: JsonCommand, options: CommandOptions) => Judged;
}

const WEB_SERVICE = '/ConVoxCCS/External/external_dialer.php';
const REST = '/ConVoxCCS/rest/api';
const TOKENS = '/ConVoxCCS/rest/secureToken';
const NO_LINE: Reply = { code: 'CL010', message: 'No line is free' };

/** What a server answers that was told to refuse. */
const refusals: Readonly<Record<Treatment['kind'], (parameters: WireParameters) => Reply>> = {
    dial: () => NO_LINE,
    callcontrol: (parameters) => refusedClose(parameters).reply,
    list: () => ({ code: 'GE010', message: 'This API is not enabled for the account' }),
    agent: () => ({ code: 'GE010', message: 'This API is not enabled for the account' })
};

function kindOf(command: JsonCommand): Treatment['kind'] {
    if (isAgentCommand(command)) {
        return 'agent';
    }
    if (command.action === 'DATAUPLOAD') {
        return 'list';
    }
    return command.action === 'CLOSE' || command.action === 'ENDCALL' ? 'callcontrol' : 'dial';
}

function refusedMethod({ req }: Context): Reply | undefined {
    return req.method === 'POST' ? undefined : { code: 'GE001', message: 'Only POST is allowed' };
}

/**
 * The scripts of the server that a CRM calls. Everything received is in the log before it is answered, with its names and
 * values exactly as they were on the wire.
 */
export function commandRoutes(options: CommandRouteOptions): Hono {
    const app = new Hono();
    const { switches, tokens, accessKey } = options;

    const onlyIn =
        (dialect: DialectName): MiddlewareHandler =>
        async (context, next) =>
            switches.dialect === dialect ? next() : context.text('Not Found', 404);
    app.use('/ConVoxCCS/Agent/*', onlyIn('sheet'));
    app.use('/ConVoxCCS/External/*', onlyIn('webService'));
    app.use('/ConVoxCCS/rest/*', onlyIn('rest'));

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
                    ? { agentCode: agentNamedIn(parameters), reply: NO_LINE }
                    : dialCommand(parameters, options)
        });
    });

    app.all(WEB_SERVICE, (context) =>
        takeJson(context, {
            refused: refusedMethod(context) ?? refusedKey(context.req.header('access_token')),
            judge: webServiceCommand
        })
    );
    app.all(REST, (context) =>
        takeJson(context, {
            refused: refusedMethod(context) ?? refusedToken(context.req.header('access-token')),
            judge: restCommand
        })
    );
    app.post(TOKENS, ({ req, json }) => {
        const refused = refusedKey(req.header('access-token'));
        if (refused !== undefined) {
            return json({ STATUS: refused.code, MESSAGE: refused.message });
        }
        const { token, expiresAt } = tokens.give();
        const { date, hours, minutes, seconds } = instantToServerTime(
            new Date(expiresAt).toISOString(),
            options.timeZone
        );
        const EXPIRES_AT = `${date} ${hours}:${minutes}:${seconds}`;
        return json({ STATUS: 'SUCCESS', MESSAGE: 'Token generated', REFRESH_TOKEN: token, EXPIRES_AT });
    });

    function refusedKey(key: string | undefined): Reply | undefined {
        if (key === undefined) {
            return { code: 'GE003', message: 'Access token is missing' };
        }
        return key === accessKey ? undefined : { code: 'GE007', message: 'Access token is invalid' };
    }

    function refusedToken(token: string | undefined): Reply | undefined {
        const verdict = tokens.judge(token ?? '');
        if (token === undefined || verdict === 'unknown') {
            return refusedKey(token === accessKey ? `not ${accessKey}` : token);
        }
        return verdict === 'expired' ? { code: 'GE008', message: 'Access token has expired' } : undefined;
    }

    /** A fault comes after everything that a server looks at first: a token that it refuses is no command. */
    async function takeJson(context: Context, { refused, judge }: JsonTreatment): Promise<Response> {
        const text = await context.req.raw.clone().text();
        const command = readCommand(text);
        const parameters = Object.entries(command ?? { body: text });
        const agentCode = agentNamedIn(parameters);
        const kind = kindOf(command ?? {});
        const first = refused ?? refusedCommand(command);
        const isLost = kind === 'list' && numbersIn(command ?? {}).some((number) => options.lostRows.includes(number));
        const manner = first === undefined ? mannerOf(kind, agentCode, isLost) : 'works';
        return treat(context, parameters, {
            kind,
            manner,
            style: 'json',
            judge() {
                if (first !== undefined) {
                    return { agentCode, reply: first };
                }
                const reply = refusals[kind](parameters);
                return manner === 'refuses' ? { agentCode, reply } : judge(command ?? {}, options);
            }
        });
    }

    function mannerOf(kind: Treatment['kind'], agentCode: string, isLost: boolean): Treatment['manner'] {
        if (kind === 'list') {
            return isLost ? 'drops' : 'works';
        }
        const plan = options.switchboard.line(agentCode)?.plan;
        const planned = kind === 'agent' ? plan?.agentCommands : plan?.callControl;
        return kind === 'dial' ? switches.dialling : (planned ?? 'works');
    }

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
            // Of a row for a list only the answer is lost.
            if (kind === 'list') {
                judge();
            }
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
