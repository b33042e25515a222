import type { RequestHeaders } from '../access/requestHeaders.ts';
import { bodyText } from './bodyText.ts';
import { isMultipart, plainForm } from './multipart.ts';
import { readPushes } from './pushText.ts';
import type { ReadPushes } from './pushText.ts';
import { LARGEST_BODY, queryOf, readBody } from './requestBody.ts';
import type { RequestBody } from './requestBody.ts';

/** What a request says, which nobody keeps as it came: in its address, or by POST in its body. Never throws. */
export async function sentPushes(
    request: Request,
    headers: RequestHeaders,
    largest = LARGEST_BODY
): Promise<ReadPushes | Extract<RequestBody, { readonly ok: false }>> {
    const isPost = request.method === 'POST';
    const contentType = (isPost && headers.get('content-type')) || '';
    const sent = isPost ? await readBody(request, headers, largest) : queryOf(request, largest);
    const body = isMultipart(contentType) ? await plainForm(sent, contentType) : sent;
    return body.ok ? readPushes(bodyText(body.bytes, contentType), contentType) : body;
}
