/** What goes back to ConVox, whoever writes it to the connection. */
export interface Answer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}

/** The answer that ConVox's documentation asks of a CRM: `{ status, message }` with 200, 400, 401 or 500. */
export function accepted(message: string): Answer {
    return answer(200, { status: 'success', message }, {});
}

export function rejected(httpStatus: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
    return answer(httpStatus, { status: 'error', message }, headers);
}

function answer(status: number, content: object, headers: Readonly<Record<string, string>>): Answer {
    const body = JSON.stringify(content);
    const length = String(Buffer.byteLength(body));
    return { status, headers: { ...headers, 'content-type': 'application/json', 'content-length': length }, body };
}

export function responseOf({ status, headers, body }: Answer): Response {
    return new Response(body, { status, headers });
}
