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
        return refusedCommand(
            `${inWords(context, (server) => `The gateway takes no commands for ${server}`)}. The command was not sent`
        );
    });
    app.on(['GET', 'POST'], `${BELOW}/pop`, (context) => {
        log({ level: 'warn', event: 'pop refused', problems: ['unknown server'] });
        const code = codeIn(context);
        return popPage(context, 404, {
            english: `${inWords(context, (server) => `Its address is of ${server}, which the gateway does not have`)}.`,
            hindi:
                code === undefined
                    ? 'इसके पते में किसी सर्वर का कोड नहीं है: सर्वर के कोड में अंग्रेज़ी के छोटे अक्षर और अंक होते हैं।'
                    : `इसका पता सर्वर ${code} का है, जो गेटवे में नहीं है।`
        });
    });
    for (const path of ['/call-status', '/agent-state']) {
        app.all(BELOW + path, (context) =>
            responseOf(
                rejected(
                    404,
                    inWords(context, (server) => `The gateway does not have ${server}, which the address names`)
                )
            )
        );
    }
}

/** Anybody may write anything into an address: undefined for what no server can be called. */
function codeIn(context: Context): string | undefined {
    const code = context.req.param('code') ?? '';
    return serverCode.test(code) ? code : undefined;
}

/** @param missing what is said of a server that the gateway could have */
function inWords(context: Context, missing: (server: string) => string): string {
    const code = codeIn(context);
    return code === undefined
        ? 'The address does not name a server as the gateway does: codes of servers are small letters and digits'
        : missing(`the server ${code}`);
}
