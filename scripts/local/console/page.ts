import type { Composition, ConsoleSession } from './composition.ts';

/**
 * As strict as Lightning Experience allows itself: scripts from the page's own origin only. Lightning Web Security
 * evaluates the package in its sandbox. Base components set style attributes.
 * @param trustedMedia the org's Trusted URLs from which audio and video may come
 */
export function contentSecurityPolicy(trustedMedia: readonly string[] = []): string {
    return [
        "default-src 'self'",
        "script-src 'self' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        ["media-src 'self'", ...trustedMedia].join(' '),
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'"
    ].join('; ');
}

/** JSON inside a script element: nothing in it may end the element. */
function embed(id: string, content: unknown): string {
    const json = JSON.stringify(content).replaceAll('<', '\\u003c');
    return `<script type="application/json" id="${id}">${json}</script>`;
}

function escapeHtml(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The one page of the console, whatever its address: the page itself reads the address. */
export function renderPage(session: ConsoleSession, composition: Composition): string {
    return `<!doctype html>
<html lang="${escapeHtml(session.user.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(composition.app.label)} | Salesforce</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/slds.css">
<link rel="stylesheet" href="/assets/console.css">
${embed('console-session', session)}
${embed('console-composition', composition)}
<script type="module" src="/assets/shadow.js"></script>
<script type="module" src="/assets/main.js"></script>
</head>
<body class="slds-scope"></body>
</html>
`;
}
