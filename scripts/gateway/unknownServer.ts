import type { Context, Hono } from 'hono';
import { serverCode } from '#contract';
import type { ConnectionBindings } from './access/sourceAddress.ts';
import { refusedCommand } from './callControl/callControlRoute.ts';
import { SCRIPT_FOLDER } from './callControl/dialects/sheet.ts';
import { rejected, responseOf } from './intake/envelope.ts';
import { popPage } from './intake/popPage.ts';
import type { Log } from './log.ts';

const BELOW = '/servers/:code';

/**
 * Addresses of servers that the gateway does not have: whoever asks learns which code it was, in the form that it reads, an agent
 * a page, Salesforce an outcome. Comes after the addresses of all servers that it has.
 */
export function addUnknownServers(app: Hono<{ Bindings: ConnectionBindings }>, log: Log): void {
    app.on(['GET', 'POST'], `${BELOW}${SCRIPT_FOLDER}/:script`, (context) => {
        log({ level: 'warn', event: 'command to an unknown server' });
        return refusedCommand(`The gateway takes no commands for ${serverIn(context)}: the command was not sent`);
    });
    app.on(['GET', 'POST'], `${BELOW}/pop`, (context) => {
        log({ level: 'warn', event: 'pop refused', problems: ['unknown server'] });
        const code = codeIn(context);
        return popPage(context, 404, {
            english: `Its address is of ${serverIn(context)}, which the gateway does not have.`,
            hindi:
                code === undefined
                    ? 'इसके पते का कोड किसी सर्वर का नहीं हो सकता।'
                    : `इसका पता सर्वर ${code} का है, जो गेटवे में नहीं है।`
        });
    });
    for (const path of ['/call-status', '/agent-state']) {
        app.all(BELOW + path, (context) =>
            responseOf(rejected(404, `The gateway does not have ${serverIn(context)}, which the address names`))
        );
    }
}

/** Anybody may write anything into an address: undefined for what no server can be called. */
function codeIn(context: Context): string | undefined {
    const code = context.req.param('code') ?? '';
    return serverCode.test(code) ? code : undefined;
}

function serverIn(context: Context): string {
    const code = codeIn(context);
    return code === undefined ? 'a server whose code no server can have' : `the server ${code}`;
}
