import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export interface PrivatePostgres {
    readonly url: string;
    stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';

/** Folder of PostgreSQL's programs on this machine, the newest first; undefined when it is not installed. */
export function postgresPrograms(): string | undefined {
    const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
    const folders = versions
        .toSorted((one, other) => Number(other) - Number(one))
        .map((version) => join(INSTALLED, version, 'bin'));
    const onPath = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
    return [...folders, ...(onPath ? [onPath] : [])].find((folder) => existsSync(join(folder, 'initdb')));
}

/**
 * Starts a PostgreSQL of its own in a new temporary folder, for tests and benchmarks. It does not run as root, so root
 * hands it to the user `postgres`.
 * @throws Error with the program's words when it does not start
 */
export async function startPrivatePostgres(programs: string): Promise<PrivatePostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
    const owner = userInfo().uid === 0 ? idsOf('postgres') : undefined;
    if (owner !== undefined) {
        chownSync(folder, owner.uid, owner.gid);
    }
    const data = join(folder, 'data');
    const made = spawnSync(
        join(programs, 'initdb'),
        ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
        { ...owner, cwd: folder, encoding: 'utf8' }
    );
    if (made.status !== 0) {
        throw new Error(`PostgreSQL could not make its files: ${made.stderr}`);
    }
    const port = await freePort();
    const server = spawn(
        join(programs, 'postgres'),
        ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'shared_buffers=64MB'],
        { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }
    );
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    await new Promise<void>((resolve, reject) => {
        let words = '';
        server.stderr.on('data', (chunk: Buffer) => {
            words += chunk.toString();
            if (words.includes('ready to accept connections')) {
                resolve();
            }
        });
        server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${words}`)));
    });
    return {
        url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
        async stop() {
            server.kill('SIGINT');
            await ended;
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

function idsOf(user: string): { uid: number; gid: number } {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout));
    if (!uid || !gid) {
        throw new Error(`There is no user ${user} to run PostgreSQL as`);
    }
    return { uid, gid };
}

function freePort(): Promise<number> {
    return new Promise((resolve) => {
        const server = createServer();
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address() as AddressInfo;
            server.close(() => resolve(port));
        });
    });
}
