import { bodyText } from './bodyText.ts';
import type { RequestBody } from './requestBody.ts';

/** Whether a body is what PHP's curl sends for an array of fields. */
export function isMultipart(contentType: string): boolean {
    return /^\s*multipart\/form-data\b/i.test(contentType);
}

/** The text parts of a multipart form as the ordinary form they would have been; files are left out. Never throws. */
export async function plainForm(read: RequestBody, contentType: string): Promise<RequestBody> {
    if (!read.ok) {
        return read;
    }
    try {
        // In UTF-8, which the platform takes for granted.
        const body = bodyText(read.bytes, '');
        const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
        const texts = [...form].flatMap(([name, value]): [string, string][] =>
            typeof value === 'string' ? [[name, value]] : []
        );
        return { ok: true, bytes: Buffer.from(new URLSearchParams(texts).toString()) };
    } catch {
        return { ok: false, reason: 'The body is no valid multipart form', bytes: read.bytes };
    }
}
