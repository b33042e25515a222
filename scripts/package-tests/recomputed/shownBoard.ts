import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { findComponentFolders } from '../../local/console/build/componentFolders.ts';
import type { Org } from '../../local/org/org.ts';
import { restClient } from '../../local/org/testing/testOrg.ts';
import type { Reader } from './recompute.ts';

const Lines = z.array(z.object({ cells: z.array(z.string()) }));
const View = z.object({
    tiles: z.array(z.object({ name: z.string(), value: z.string(), note: z.string() })),
    processRows: Lines,
    callRows: Lines,
    agentRows: Lines,
    leftOut: z.object({ text: z.string() })
});
export type Board = z.infer<typeof View>;

const Request = z.object({ query: z.string(), variables: z.record(z.string(), z.string()) });

/** Both are the wallboard's own, without its page. */
interface BoardModules {
    readonly floorRequest: (now: number) => unknown;
    readonly boardView: (data: unknown, answeredAt: number, now: number) => unknown;
}

/** Asks what the wallboard asks, as its reader, and shows the answer as the wallboard does; labels by their names. */
export async function boardAs(org: Org, username: string, modules: BoardModules, { now }: Reader): Promise<Board> {
    const answer = await restClient(org, username)('POST', '/graphql', Request.parse(modules.floorRequest(now)));
    const { data, errors } = z.object({ data: z.unknown(), errors: z.array(z.unknown()).max(0) }).parse(answer.body);
    expect(errors).toEqual([]);
    return View.parse(modules.boardView(data, now, now));
}

const Modules = z.object({
    floorRequest: z.custom<BoardModules['floorRequest']>((value) => typeof value === 'function'),
    boardView: z.custom<BoardModules['boardView']>((value) => typeof value === 'function')
});

const STAND_INS: Readonly<Record<string, string>> = {
    'lightning/graphql': 'export const gql = String.raw;',
    '@salesforce/i18n/locale': 'export default "en-IN";'
};

/** The wallboard's question and its reading of the answer, as Node can import them. */
export async function loadBoard(): Promise<BoardModules> {
    const folders = findComponentFolders();
    const wallboard = path.dirname(folders.find({ namespace: 'c', name: 'convoxWallboard' }) ?? '');
    const folder = mkdtempSync(path.join(tmpdir(), 'wallboard-'));
    const outfile = path.join(folder, 'board.mjs');
    try {
        await build({
            stdin: {
                contents: 'export * from "./floorRequest.ts"; export * from "./boardView.ts";',
                resolveDir: wallboard
            },
            bundle: true,
            format: 'esm',
            outfile,
            plugins: [
                {
                    name: 'platform',
                    setup(building) {
                        building.onResolve({ filter: /^(lightning|@salesforce)\// }, ({ path: name }) => ({
                            path: name,
                            namespace: 'platform'
                        }));
                        building.onLoad({ filter: /./, namespace: 'platform' }, ({ path: name }) => ({
                            contents:
                                STAND_INS[name] ??
                                `export default ${JSON.stringify(`${name.split('.')[1] ?? ''} {0}`)};`
                        }));
                        building.onResolve({ filter: /^c\// }, ({ path: name }) => ({
                            path: folders.find({ namespace: 'c', name: name.slice(2) }) ?? ''
                        }));
                    }
                }
            ]
        });
        return Modules.parse(await import(pathToFileURL(outfile).href));
    } finally {
        rmSync(folder, { recursive: true });
    }
}
