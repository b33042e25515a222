import type { Context } from 'hono';
import { html } from 'hono/html';

type RefusalStatus = 400 | 403 | 404 | 413;

/** What an agent whose pop cannot be opened reads in its place. */
export function popPage(
    context: Context,
    status: RefusalStatus,
    why: string,
    problems: readonly string[] = []
): Response | Promise<Response> {
    return context.html(
        html`<!doctype html>
            <html lang="en">
                <head>
                    <title>Screen pop not understood</title>
                </head>
                <body>
                    <h1>This screen pop cannot be opened</h1>
                    <p>
                        ${why} Ask your administrator to compare the web form of the ConVox process with the
                        installation guide.
                    </p>
                    <ul>
                        ${problems.map((problem) => html`<li>${problem}</li>`)}
                    </ul>
                </body>
            </html>`,
        status
    );
}
