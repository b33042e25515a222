import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { ownCertificate } from './ownCertificate.ts';
import { serveRecordings, toneRecording } from './recordings.ts';

test('a certificate of its own is readable, signed by its key, and of that address alone', () => {
    const certificate = new X509Certificate(ownCertificate('127.0.0.1').cert);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkIP('127.0.0.2')).toBeUndefined();
    expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
});

test.each([
    [undefined, 200, undefined, [0, 95_999]],
    ['bytes=0-', 206, 'bytes 0-96043/96044', [0, 96_043]],
    ['bytes=44-99', 206, 'bytes 44-99/96044', [44, 99]],
    ['bytes=96000-999999', 206, 'bytes 96000-96043/96044', [96_000, 96_043]],
    ['bytes=96044-', 416, 'bytes */96044', undefined]
] as const)('%s of a recording is answered with %i', async (range, status, contentRange, part) => {
    const recordings = await serveRecordings(0);
    const answer = await new Promise<{ status?: number; range?: string; body: Buffer }>((resolve, reject) => {
        const headers = range === undefined ? {} : { range };
        request(`${recordings.url}/calls/1.WAV`, { rejectUnauthorized: false, headers }, (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () =>
                resolve({
                    ...(response.statusCode === undefined ? {} : { status: response.statusCode }),
                    ...(response.headers['content-range'] === undefined
                        ? {}
                        : { range: response.headers['content-range'] }),
                    body: Buffer.concat(chunks)
                })
            );
        })
            .on('error', reject)
            .end();
    });
    await recordings.close();
    expect(answer).toMatchObject({ status, ...(contentRange === undefined ? {} : { range: contentRange }) });
    if (part !== undefined && range !== undefined) {
        expect(answer.body.equals(toneRecording().subarray(part[0], part[1] + 1))).toBe(true);
    }
});
