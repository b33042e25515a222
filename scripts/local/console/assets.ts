import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.map': 'application/json'
};

/** Serves the built page's files. The browser asks each time whether its copy is still the one on disk. */
export function createAssets(folder: string): (path: string, knownTag: string | undefined) => Promise<Response> {
    return async (path, knownTag) => {
        const type = TYPES[extname(path)];
        const file = normalize(join(folder, path));
        if (!type || !file.startsWith(folder)) {
            return new Response('Not found', { status: 404 });
        }
        let content: Buffer;
        try {
            content = await readFile(file);
        } catch {
            return new Response(`There is no ${path}: the console was not built.`, { status: 404 });
        }
        const tag = `"${createHash('sha256').update(content).digest('base64url')}"`;
        const headers = {
            'content-type': type,
            'cache-control': 'no-cache',
            etag: tag,
            'x-content-type-options': 'nosniff'
        };
        return knownTag === tag
            ? new Response(null, { status: 304, headers })
            : new Response(new Uint8Array(content), { headers });
    };
}
