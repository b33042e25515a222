/** How the server words its answers: the sheet leaves it open, and all three are met in the field. */
export type ReplyStyle = 'text' | 'json' | 'html';

export interface Reply {
    /** `CL000` and `EC000` accept, other codes of ConVox's tables refuse. */
    readonly code: string;
    readonly message: string;
    /** Further keys of a JSON answer, for example the identifiers of a new call. */
    readonly details?: Readonly<Record<string, string>>;
    /** Rows of a list that were taken, which the answer says in place of a message. */
    readonly counted?: number;
}

/** The script that old servers put in front of their JSON, in the page that asked. */
const strayScript = '<script type="text/javascript">window.status = "ConVox";</script>\n';

/** An answer's text and type, before it goes out. */
export interface WordedReply {
    readonly text: string;
    readonly contentType: string;
}

/**
 * An answer in one of the three styles. Business refusals are HTTP 200 too: only the text tells them apart.
 * A plain accepted answer is a sentence without any code, as a short PHP script would print it.
 */
export function wordReply(style: ReplyStyle, { code, message, details, counted }: Reply): WordedReply {
    const json = JSON.stringify({
        STATUS: code,
        MESSAGE: counted === undefined ? message : { inserted_numbers: counted },
        ...details
    });
    switch (style) {
        case 'json':
            return { text: json, contentType: 'application/json' };
        case 'html':
            return { text: strayScript + json, contentType: 'text/html; charset=UTF-8' };
        case 'text':
            return {
                text: isAccepted(code) ? message : `${code} ${message}`,
                contentType: 'text/plain; charset=UTF-8'
            };
    }
}

export function isAccepted(code: string): boolean {
    return code === 'CL000' || code === 'EC000';
}
