import { readReply } from '#contract';
import type { Dialect } from './dialect.ts';

export const SCRIPT_FOLDER = '/ConVoxCCS/Agent';

/** The scripts of the integration sheet: what Salesforce says already. Every byte goes on as it came. */
export const sheet: Dialect = {
    needsKey: false,
    translate({ method, script, query, contentType, body }) {
        const headers = { 'content-type': contentType || 'application/x-www-form-urlencoded' };
        const path = `${SCRIPT_FOLDER}/${script}${query}`;
        return { ok: true, request: () => ({ method, path, headers: method === 'POST' ? headers : {}, body }) };
    },
    outcome({ status, text }) {
        const { outcome, code } = readReply(text, status);
        const isNamed = code !== '' || status === 200;
        return { outcome, code, words: isNamed ? text : `HTTP status ${status}: ${text}` };
    }
};
