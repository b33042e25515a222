import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ServerSettings } from '../serverSettings.ts';

export interface KillableGateway {
    readonly url: string;
    /** SIGKILL, and a new process on the same port and journal. Resolves when it is there. */
    killAndRestart(): Promise<void>;
    end(): Promise<void>;
}

export interface GatewayProcessSettings {
    readonly journal: string;
    readonly orgUrl: string;
    readonly secret: string;
    /** Milliseconds that a request to Salesforce may take. */
    readonly timeout: number;
    /** ConVox servers; the default one alone when empty. */
    readonly servers: readonly ServerSettings[];
    /** Milliseconds after which a killed gateway's calls are somebody else's. */
    readonly lease: number;
}

export async function startKillableGateway(settings: GatewayProcessSettings): Promise<KillableGateway> {
    const port = await freePort();
    let child = await start(port, settings);
    return {
        url: `http://127.0.0.1:${port}`,
        async killAndRestart() {
            await kill(child);
            child = await start(port, settings);
        },
        end: () => kill(child)
    };
}

function start(port: number, settings: GatewayProcessSettings): Promise<ChildProcess> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'gatewayProcess.ts')], {
        env: { ...compileCache(), CHAOS_SETTINGS: JSON.stringify({ port, ...settings }) },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    return new Promise((resolve, reject) => {
        let words = '';
        child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
        child.stdout.once('data', () => resolve(child));
        child.once('exit', () => reject(new Error(`The gateway did not start: ${words}`)));
    });
}

/** A gateway is started many times here, and starts sooner when its code is compiled already. */
function compileCache(): NodeJS.ProcessEnv {
    const { NODE_COMPILE_CACHE } = process.env;
    return NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
}

function kill(child: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
    });
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
