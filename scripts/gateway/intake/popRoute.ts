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
import { plainBody, readBody } from './requestBody.ts';

export interface PopRouteOptions {
    /** Origin of the org's Lightning pages: the only place this route ever sends a browser to. */
    readonly lightningOrigin: string;
    readonly log: Log;
    readonly guard: Guard;
}

/** Anybody may send a pop, and a long one costs more to understand. ConVox sends some hundred bytes. */
const LARGEST_POP = 4 * 1024;

/**
 * Sends the agent's browser from either of the sheet's screen pops to the Lightning page that takes them. Only parameters
 * that the contract knows travel on; the address they go to comes from the configuration alone.
 */
export function popRoute({
    lightningOrigin,
    log,
    guard
}: PopRouteOptions): (context: Context<{ Bindings: ConnectionBindings }>) => Promise<Response> {
    const refuse = (context: Context, status: 400 | 413, problems: readonly string[]): Response | Promise<Response> => {
        log({ level: 'warn', event: 'pop refused', method: context.req.method, problems });
        return explain(context, status, problems);
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
        const decoded = decodeScreenPop(read.parameters);
        if (!decoded.ok) {
            const problems = decoded.problems.map(({ field, problem }) => `${field}: ${problem}`);
            return refuse(context, 400, problems);
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
    | { readonly ok: true; readonly parameters: Parameters }
    | { readonly ok: false; readonly reason: string; readonly lost?: 'too large' | 'broken off' };

async function readParameters(request: Request): Promise<ReadParameters> {
    if (request.method !== 'POST') {
        const read = plainBody(Buffer.from(new URL(request.url).search), LARGEST_POP);
        return read.ok ? { ok: true, parameters: [...new URL(request.url).searchParams] } : read;
    }
    const contentType = request.headers.get('content-type') ?? '';
    const body = await readBody(request, request.headers, LARGEST_POP);
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

function explain(context: Context, status: 400 | 413, problems: readonly string[]): Response | Promise<Response> {
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
        status
    );
}
