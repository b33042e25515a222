/** The answer that ConVox's documentation asks of a CRM: `{ status, message }` with 200, 400, 401 or 500. */
export function accepted(message: string): Response {
    return Response.json({ status: 'success', message });
}

export function rejected(
    httpStatus: number,
    message: string,
    headers: Readonly<Record<string, string>> = {}
): Response {
    return Response.json({ status: 'error', message }, { status: httpStatus, headers });
}
