import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

const page = join(import.meta.dirname, 'page');
const cache = new Map<string, Promise<Response>>();

const assets: Readonly<Record<string, () => Promise<{ text: string; contentType: string }>>> = {
    'agentScreen.css': async () => ({
        text: await readFile(join(page, 'agentScreen.css'), 'utf8'),
        contentType: 'text/css; charset=UTF-8'
    }),
    'agentScreen.js': async () => ({
        text: (await transform(await readFile(join(page, 'agentScreen.ts'), 'utf8'), { loader: 'ts' })).code,
        contentType: 'text/javascript; charset=UTF-8'
    })
};

/** Script or style sheet of the agent screen, prepared on first use; undefined for another name. */
export async function screenAsset(name: string): Promise<Response | undefined> {
    const make = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (make === undefined) {
        return undefined;
    }
    const made = cache.get(name) ?? make().then(({ text, contentType }) => asResponse(text, contentType));
    cache.set(name, made);
    return (await made).clone();
}

function asResponse(text: string, contentType: string): Response {
    return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-cache' } });
}
