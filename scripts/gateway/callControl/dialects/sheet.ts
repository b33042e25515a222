import { readReply } from '#contract';
import { readAgentCommand } from './agentCommand.ts';
import { UPLOAD } from '#list-upload';
import { readListRow } from './listRow.ts';
import type { Dialect, DialectRequest, Translated } from './dialect.ts';
import { textsOf } from './spokenCommand.ts';

export const SCRIPT_FOLDER = '/ConVoxCCS/Agent';

const FORM = 'application/x-www-form-urlencoded';

/** What Salesforce says to the gateway alone: how the server wants to be asked, and what newer servers want to know. */
const BESIDE = /^(?:Method|CallReferenceID|Process)=/;

/** The scripts of the integration sheet: what Salesforce says already. Every byte of it goes on as it came. */
export const sheet: Dialect = {
    needsKey: false,
    translate(command) {
        const { method, script, query, contentType, body } = command;
        const text = textsOf(command);
        const read = readAgentCommand(text);
        if (read !== undefined) {
            return read.ok ? notKnown(read.command.action) : read;
        }
        if (readListRow(text) !== undefined) {
            return notKnown(UPLOAD);
        }
        const path = `${SCRIPT_FOLDER}/${script}`;
        const said = [query.slice(1), new TextDecoder().decode(body)].flatMap((part) => part.split('&'));
        const sheets = said.filter((parameter) => !BESIDE.test(parameter));
        if (sheets.length === said.length) {
            const headers = { 'content-type': contentType || FORM };
            return sent({ method, path: path + query, headers: method === 'POST' ? headers : {}, body });
        }
        const sheetText = sheets.filter((parameter) => parameter !== '').join('&');
        const isGet =
            (said.find((parameter) => parameter.startsWith('Method=')) ?? `Method=${method}`) === 'Method=GET';
        return sent(
            isGet
                ? { method: 'GET', path: `${path}?${sheetText}`, headers: {}, body: new Uint8Array() }
                : { method: 'POST', path, headers: { 'content-type': FORM }, body: new TextEncoder().encode(sheetText) }
        );
    },
    outcome({ status, text }) {
        const { outcome, code } = readReply(text, status);
        const isNamed = code !== '' || status === 200;
        return { outcome, code, words: isNamed ? text : `HTTP status ${status}: ${text}` };
    }
};

/** The sheet ends calls and dials; it has no words for anything else that an agent may want. */
function notKnown(action: string): Translated {
    return { ok: false, code: 'GE009', words: `The integration sheet knows no ${action}. The command was not sent` };
}

function sent(request: DialectRequest): Translated {
    return { ok: true, request: () => request };
}
