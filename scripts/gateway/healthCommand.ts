import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { z } from 'zod';
import type { ListeningEnvironment } from './listeningEnvironment.ts';

const TIMEOUT = 5000;
const answerBody = z.object({ status: z.string(), reasons: z.array(z.string()).default([]) });

/**
 * Asks the gateway on this machine whether it can store pushes. Prints its status and reasons.
 * Rejects when it cannot, or does not answer within five seconds.
 */
export async function checkHealth(environment: ListeningEnvironment, print: (line: string) => void): Promise<void> {
    const { ok, text } = await ask(environment);
    const { status, reasons } = answerBody.parse(JSON.parse(text));
    print(status);
    reasons.forEach(print);
    if (!ok) {
        throw new Error('The gateway cannot store pushes');
    }
}

function ask({ host, port, isSecure }: ListeningEnvironment): Promise<{ ok: boolean; text: string }> {
    const send = isSecure ? requestSecure : requestPlain;
    // The certificate is for the name that ConVox uses, not for this machine's.
    const options = { host, port, path: '/health/ready', rejectUnauthorized: false, timeout: TIMEOUT };
    return new Promise((resolve, reject) => {
        const sent = send(options, (answer) => {
            let text = '';
            answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
            answer.on('end', () => resolve({ ok: answer.statusCode === 200, text }));
            answer.on('error', reject);
        });
        sent.on('timeout', () =>
            sent.destroy(new Error(`The gateway did not answer within ${TIMEOUT / 1000} seconds`))
        );
        sent.on('error', (error) => reject(new Error(`No gateway answers on port ${port}: ${error.message}`)));
        sent.end();
    });
}
