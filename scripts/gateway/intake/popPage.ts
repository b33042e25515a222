import type { Context } from 'hono';
import { html } from 'hono/html';

type RefusalStatus = 400 | 403 | 404 | 413;

/** Why a pop cannot be opened, in the languages that agents read. */
export interface PopTrouble {
    readonly english: string;
    readonly hindi: string;
}

/** What an agent whose pop cannot be opened reads in its place. The gateway does not know in which language. */
export function popPage(
    context: Context,
    status: RefusalStatus,
    { english, hindi }: PopTrouble,
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
                        ${english} Ask your administrator to compare the web form of the ConVox process with the
                        installation guide.
                    </p>
                    <div lang="hi">
                        <h2>यह स्क्रीन पॉप नहीं खुल सकता</h2>
                        <p>${hindi} अपने एडमिनिस्ट्रेटर से कहें कि ConVox प्रोसेस के वेब फ़ॉर्म को इंस्टॉलेशन गाइड से मिलाएँ।</p>
                    </div>
                    <ul>
                        ${problems.map((problem) => html`<li>${problem}</li>`)}
                    </ul>
                </body>
            </html>`,
        status
    );
}
