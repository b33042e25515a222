import type { Context } from 'hono';
import { decodeScreenPop, encodeScreenPop, popWithKeys, screenPopLabel } from '#contract';
import type { ScreenPop } from '#contract';
import type { Guard } from '../access/guard.ts';
import { headersOf } from '../access/requestHeaders.ts';
import type { ConnectionBindings } from '../access/sourceAddress.ts';
import type { AgentNews } from '../agentStates/agentNews.ts';
import type { Log } from '../log.ts';
import { keyOf } from '../serverKey.ts';
import type { NameSource } from '../serverKey.ts';
import { rejected, responseOf } from './envelope.ts';
import { popPage } from './popPage.ts';
import type { PopTrouble } from './popPage.ts';
import { parametersOf } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { createPopKeyCheck } from './popKey.ts';
import { problemTexts } from './problemText.ts';
import { TOO_DEEP } from './pushText.ts';
import { sentPushes } from './sentPushes.ts';

export interface PopRouteOptions extends NameSource {
    /** Origin of the org's Lightning pages: the only place this route ever sends a browser to. */
    readonly lightningOrigin: string;
    /** Keys of which a pop has to carry one; none when left out. */
    readonly keys?: readonly string[];
    readonly log: Log;
    readonly guard: Guard;
    readonly clock: () => Date;
    /** The agent has a call. */
    readonly note: (news: AgentNews) => Promise<void>;
}

const NOT_UNDERSTOOD: PopTrouble = {
    english: 'ConVox sent a call that Salesforce does not understand.',
    hindi: 'ConVox ने ऐसा कॉल भेजा जिसे Salesforce नहीं समझता।'
};

/** Salesforce takes longer addresses, proxies on the way may not. What does not fit is what the sheet does not know. */
const LONGEST_ADDRESS = 8000;

/** Anybody may send a pop, and a long one costs more to understand. ConVox sends some hundred bytes. */
const LARGEST_POP = 4 * 1024;

/**
 * Sends the agent's browser from a screen pop of any spelling to the Lightning page that takes them, with all it came
 * with; the address it goes to comes from the configuration alone.
 */
export function popRoute({
    lightningOrigin,
    keys,
    log,
    guard,
    clock,
    note,
    ...source
}: PopRouteOptions): (context: Context<{ Bindings: ConnectionBindings }>) => Promise<Response> {
    const { server } = source;
    const takeKey = createPopKeyCheck(keys);
    const refuse = (
        context: Context,
        status: 400 | 403 | 413,
        problems: readonly string[]
    ): Response | Promise<Response> => {
        log({ level: 'warn', event: 'pop refused', method: context.req.method, problems });
        return popPage(context, status, NOT_UNDERSTOOD, problems);
    };
    return async (context) => {
        const turnedAway = guard(headersOf(context.req.raw, context.env), context.env);
        if (turnedAway !== undefined) {
            return responseOf(rejected(turnedAway.status, turnedAway.message, turnedAway.headers));
        }
        const read = await readParameters(context.req.raw);
        if (!read.ok) {
            return refuse(context, read.lost === 'too large' ? 413 : 400, [read.reason]);
        }
        const { parameters, isAllowed } = takeKey(read.parameters);
        if (!isAllowed) {
            return refuse(context, 403, ['PopKey is missing or wrong']);
        }
        const decoded = decodeScreenPop(parameters);
        if (!decoded.ok) {
            return refuse(context, 400, problemTexts(decoded.problems, screenPopLabel));
        }
        log({ level: 'info', event: 'pop redirected', method: context.req.method });
        const { agentCode } = decoded.value;
        void note({
            agentCode,
            state: 'Talking',
            since: clock().getTime(),
            source: 'Pop',
            detail: '',
            ...(server !== undefined && { server })
        });
        const pop = popWithKeys(decoded.value, (name) => keyOf(source, name));
        return context.redirect(addressOf(pop, lightningOrigin), 303);
    };
}

function addressOf(pop: ScreenPop, lightningOrigin: string): string {
    const { href } = new URL('/lightning/cmp/c__convoxScreenPop', lightningOrigin);
    return encodeScreenPop(pop, 'lightning')
        .filter(([, value]) => value !== '')
        .reduce((address, parameter, index) => {
            const longer = `${address}${index === 0 ? '?' : '&'}${new URLSearchParams([parameter]).toString()}`;
            return longer.length <= LONGEST_ADDRESS ? longer : address;
        }, href);
}

type ReadParameters =
    | { readonly ok: true; readonly parameters: Parameters }
    | { readonly ok: false; readonly reason: string; readonly lost?: 'too large' | 'broken off' };

async function readParameters(request: Request): Promise<ReadParameters> {
    const read = await sentPushes(request, request.headers, LARGEST_POP);
    if (!read.ok) {
        return read;
    }
    const [push] = read.pushes;
    try {
        return { ok: true, parameters: push === undefined ? [] : parametersOf(push.shape, push.body) };
    } catch {
        return { ok: false, reason: TOO_DEEP };
    }
}
