import type { Context } from 'hono';
import { outcomeLine } from '#contract';
import { createGuard } from '../access/guard.ts';
import type { AgentNews } from '../agentStates/agentNews.ts';
import { commandNews } from '../agentStates/commandNews.ts';
import { headersOf } from '../access/requestHeaders.ts';
import type { RequestHeaders } from '../access/requestHeaders.ts';
import type { GuardOptions } from '../access/guard.ts';
import type { ConnectionBindings } from '../access/sourceAddress.ts';
import { bodyText } from '../intake/bodyText.ts';
import { readBody } from '../intake/requestBody.ts';
import { keyOf } from '../serverKey.ts';
import type { NameSource } from '../serverKey.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { createCommandSender } from './commandSender.ts';
import type { SendOnce, SentCommand } from './commandSender.ts';
import type { SheetCommand } from './dialects/dialect.ts';
import { dialects } from './dialects/dialects.ts';
import type { DialectName } from './dialects/dialects.ts';
import { sendListRows } from './listRows.ts';
import { inOwnWords } from './ownWords.ts';
import { tracedCommand } from './tracedCommand.ts';

export interface CallControlSettings {
    /** Origin of the ConVox server: the only place that commands ever go to. */
    readonly origin: string;
    /** How it is spoken to; as the sheet has it when left out. */
    readonly dialect?: DialectName;
    /** The static key that it wants to be shown, where its dialect asks for one. */
    readonly accessKey?: string;
    /** Values of `X-ConVox-Gateway-Key` that are taken now: two while one replaces the other. */
    readonly keys: readonly string[];
    /** Scripts below `/ConVoxCCS/Agent/` that may be called. */
    readonly scripts: readonly string[];
    /** Addresses and networks that may command; anybody with a key when empty. */
    readonly allowed?: readonly string[];
    /** Milliseconds to wait for ConVox; 10,000 when left out. */
    readonly timeout?: number;
}

export interface CallControlOptions extends CallControlSettings, NameSource {
    /** IANA name of the zone that the server's times are in. */
    readonly timeZone: string;
    readonly guard: Omit<GuardOptions, 'allowed' | 'authentication'>;
    readonly tracing?: Tracing;
    readonly clock: () => Date;
    /** What a command told of its agent. */
    readonly note: (news: AgentNews) => Promise<void>;
}

/** What Salesforce shows its key in. */
export const KEY_HEADER = 'X-ConVox-Gateway-Key';

/**
 * Hands a command of Salesforce to ConVox, once, in the server's dialect, and the answer back: always 200 and plain text, the
 * outcome first, so that nothing hangs on what the platform makes of other statuses and types. No header travels on, in
 * either direction, but those of the dialect and the trace to ConVox.
 */
export function callControlRoute(
    options: CallControlOptions
): (context: Context<{ Bindings: ConnectionBindings }>) => Promise<Response> {
    const { origin, scripts, timeout = 10_000, allowed = [], keys, accessKey = '', timeZone, server } = options;
    const { log, metrics, now } = options.guard;
    const ask = tracedCommand(options.tracing);
    const sendCommand = createCommandSender({
        dialect: dialects[options.dialect ?? 'sheet'],
        accessKey,
        timeZone,
        timeout,
        now
    });
    const guard = createGuard({
        ...options.guard,
        allowed,
        authentication: { secrets: keys, secretHeader: KEY_HEADER, onlyHeader: true }
    });

    function refuse(event: string, words: string): Response {
        metrics.callControl('refused', server);
        log({ level: 'warn', event, server });
        return refusedCommand(words);
    }

    async function forward(request: Request, script: string, within: RequestHeaders): Promise<Response> {
        const read = await readBody(request);
        if (!read.ok) {
            return refuse('command not readable', read.reason);
        }
        const said: SheetCommand = {
            method: request.method === 'GET' ? 'GET' : 'POST',
            script,
            query: new URL(request.url).search,
            contentType: request.headers.get('content-type') ?? '',
            body: read.bytes
        };
        const command = inOwnWords(said, server);
        const send: SendOnce = async ({ method, path, headers, body }, left) => {
            const url = new URL(path, origin);
            const answer = await ask({ url, method, headers, body, timeout: left }, scriptOf(url), within);
            return { status: answer.status, text: bodyText(answer.body, answer.contentType) };
        };
        const rows = sendListRows(command, {
            send: (row, longest) => counted(sendCommand(row, send, longest)),
            now
        });
        if (rows !== undefined) {
            return plain(await rows);
        }
        const sent = await counted(sendCommand(command, send));
        const news = commandNews(command, sent, options.clock().getTime(), server);
        if (news !== undefined) {
            void options.note(news);
        }
        return answerOf(sent, script);
    }

    async function counted(sending: Promise<SentCommand>): Promise<SentCommand> {
        const sent = await sending;
        metrics.callControl(sent.came === 'withheld' ? 'refused' : sent.came, server);
        return sent;
    }

    function answerOf(sent: SentCommand, script: string): Response {
        log(
            sent.came === 'answered'
                ? { level: 'info', event: 'command forwarded', script, server, status: sent.status }
                : { level: 'warn', event: sent.event, server }
        );
        return plain(outcomeLine(sent, wordsOf(sent, options)));
    }

    return async ({ req, env }) => {
        if (req.raw.method === 'HEAD') {
            return plain('', { status: 405 });
        }
        const headers = headersOf(req.raw, env);
        const turnedAway = guard(headers, env);
        if (turnedAway !== undefined) {
            metrics.callControl('refused', server);
            return refusedCommand(`${turnedAway.message}: the command was not sent`);
        }
        const script = req.param('script') ?? '';
        return scripts.includes(script)
            ? forward(req.raw, script, headers)
            : refuse('command to an unknown script', 'The gateway does not forward to this script');
    };
}

/** What ConVox said; what it calls the new call comes in the names of the sheet's own answer. */
function wordsOf({ code, words, ids }: SentCommand, source: NameSource): string {
    return ids === undefined
        ? words
        : JSON.stringify({
              STATUS: code,
              MESSAGE: words,
              CONVOXID: ids.convoxId,
              CALL_REFERENCE_ID: ids.callReference && keyOf(source, ids.callReference)
          });
}

function scriptOf({ pathname }: URL): string {
    return pathname.slice(pathname.lastIndexOf('/') + 1);
}

/** A refusal in the gateway's own words. */
export function refusedCommand(words: string): Response {
    return plain(outcomeLine({ outcome: 'refused', code: '' }, words));
}

/** Text that the platform hands on as it is. */
export function plain(text: string, { status = 200 } = {}): Response {
    return new Response(text, { status, headers: { 'content-type': 'text/plain' } });
}
