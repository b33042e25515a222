import type { Context } from 'hono';
import { html } from 'hono/html';
import { decodeScreenPop, encodeScreenPop } from '#contract';
import type { Guard } from '../access/guard.ts';
import { headersOf } from '../access/requestHeaders.ts';
import type { ConnectionBindings } from '../access/sourceAddress.ts';
import type { Log } from '../log.ts';
import { bodyText } from './bodyText.ts';
import { rejected, responseOf } from './envelope.ts';
import { parametersOf } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { readPushes } from './pushText.ts';
import { readBody } from './requestBody.ts';

export interface PopRouteOptions {
    /** Origin of the org's Lightning pages: the only place this route ever sends a browser to. */
    readonly lightningOrigin: string;
    readonly log: Log;
    readonly guard: Guard;
}

/**
 * Sends the agent's browser from either of the sheet's screen pops to the Lightning page that takes them. Only parameters
 * that the contract knows travel on; the address they go to comes from the configuration alone.
 */
export function popRoute({
    lightningOrigin,
    log,
    guard
}: PopRouteOptions): (context: Context<{ Bindings: ConnectionBindings }>) => Promise<Response> {
    return async (context) => {
        const turnedAway = guard(headersOf(context.req.raw, context.env), context.env);
        if (turnedAway !== undefined) {
            return responseOf(rejected(turnedAway.status, turnedAway.message, turnedAway.headers));
        }
        const read = await readParameters(context.req.raw);
        if (!read.ok) {
            return explain(context, [read.reason]);
        }
        const decoded = decodeScreenPop(read.parameters);
        if (!decoded.ok) {
            const problems = decoded.problems.map(({ field, problem }) => `${field}: ${problem}`);
            log({ level: 'warn', event: 'pop refused', method: context.req.method, problems });
            return explain(context, problems);
        }
        const target = new URL('/lightning/cmp/c__convoxScreenPop', lightningOrigin);
        for (const [name, value] of encodeScreenPop({ ...decoded.value, unknown: {} }, 'lightning')) {
            if (value !== '') {
                target.searchParams.append(name, value);
            }
        }
        log({ level: 'info', event: 'pop redirected', method: context.req.method });
        return context.redirect(target.href, 303);
    };
}

type ReadParameters =
    { readonly ok: true; readonly parameters: Parameters } | { readonly ok: false; readonly reason: string };

async function readParameters(request: Request): Promise<ReadParameters> {
    if (request.method !== 'POST') {
        return { ok: true, parameters: [...new URL(request.url).searchParams] };
    }
    const contentType = request.headers.get('content-type') ?? '';
    const body = await readBody(request);
    if (!body.ok) {
        return body;
    }
    const read = readPushes(bodyText(body.bytes, contentType), contentType);
    if (!read.ok) {
        return read;
    }
    const [push] = read.pushes;
    try {
        return { ok: true, parameters: push === undefined ? [] : parametersOf(push.shape, push.body) };
    } catch {
        return { ok: false, reason: 'The JSON is nested too deeply' };
    }
}

function explain(context: Context, problems: readonly string[]): Response | Promise<Response> {
    return context.html(
        html`<!doctype html>
            <html lang="en">
                <head>
                    <title>Screen pop not understood</title>
                </head>
                <body>
                    <h1>This screen pop cannot be opened</h1>
                    <p>
                        ConVox sent a call that Salesforce does not understand. Ask your administrator to compare the
                        web form of the ConVox process with the installation guide.
                    </p>
                    <ul>
                        ${problems.map((problem) => html`<li>${problem}</li>`)}
                    </ul>
                </body>
            </html>`,
        400
    );
}
