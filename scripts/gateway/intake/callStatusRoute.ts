import { REQUEST_ID } from '../access/requestId.ts';
import type { RequestHeaders } from '../access/requestHeaders.ts';
import type { CallStatusIntake } from './callStatusIntake.ts';
import { rejected } from './envelope.ts';
import type { Answer } from './envelope.ts';
import { queryOf, readBody } from './requestBody.ts';

/** Call statuses of every shape, by POST and GET. */
export function callStatusRoute(
    take: CallStatusIntake
): (request: Request, headers: RequestHeaders) => Promise<Answer> {
    return async (request, headers) => {
        const { method } = request;
        const id = headers.get(REQUEST_ID) ?? undefined;
        switch (method) {
            case 'HEAD':
                // Who only asks for the head has pushed nothing.
                return rejected(405, 'Send a call status by POST or GET', { allow: 'GET, POST' });
            case 'GET':
                return take({ method, id, contentType: '', read: queryOf(request) });
            default:
                return take({
                    method,
                    id,
                    contentType: headers.get('content-type') ?? '',
                    read: await readBody(request, headers)
                });
        }
    };
}
