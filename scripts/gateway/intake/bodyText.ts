import { isUtf8 } from 'node:buffer';

const FALLBACK = new TextDecoder('windows-1252');

/** What PHP declares whatever it sends. Text of these that is valid UTF-8 by chance does not occur. */
const HABITUAL = /^(utf-?8|us-ascii|iso-?8859-1|latin-?1|windows-1252|cp-?1252)$/i;

/**
 * The text of a body. The declared charset counts when the bytes agree with it; else UTF-8 when they are that, else
 * Windows-1252, of which Latin-1 is a part and in which every byte means something.
 */
export function bodyText(bytes: Uint8Array, contentType: string): string {
    const declared = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
    const text = declared === undefined || HABITUAL.test(declared) ? undefined : decodeAs(declared, bytes);
    if (text !== undefined) {
        return text;
    }
    return isUtf8(bytes)
        ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
        : FALLBACK.decode(bytes);
}

function decodeAs(charset: string, bytes: Uint8Array): string | undefined {
    try {
        return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
        return undefined;
    }
}

/**
 * A form in UTF-8, whatever its percent escapes were: `%E9` alone is no UTF-8, but é in Latin-1.
 * Returns the text itself when it needs no change.
 */
export function formInUtf8(form: string): string {
    if (!/%[89A-F]/i.test(form) || !new URLSearchParams(form).toString().includes('%EF%BF%BD')) {
        return form;
    }
    return form.replaceAll(/(?:%[0-9A-F]{2})+/gi, (escapes) => {
        const bytes = Buffer.from(escapes.replaceAll('%', ''), 'hex');
        return encodeURIComponent(isUtf8(bytes) ? bytes.toString() : FALLBACK.decode(bytes));
    });
}
