import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { launchArguments } from './browser.ts';

const Message = z.object({
    id: z.number().optional(),
    sessionId: z.string().optional(),
    method: z.string().default(''),
    params: z.unknown().optional(),
    result: z.unknown().optional(),
    error: z.object({ message: z.string() }).optional()
});

type Listener = (event: { readonly method: string; readonly params: unknown; readonly sessionId: string }) => void;

async function addressOf({ stderr }: ChildProcess): Promise<string> {
    if (stderr) {
        for await (const line of createInterface({ input: stderr })) {
            const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
            if (address !== undefined) {
                return address;
            }
        }
    }
    throw new Error('The browser ended before it could be talked to');
}

/** A browser of its own, talked to in the DevTools protocol and in nothing else. */
export class DevTools {
    readonly #socket: WebSocket;
    readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
    readonly #listeners = new Set<Listener>();
    readonly #end: () => Promise<void>;
    #lastId = 0;

    private constructor(socket: WebSocket, end: () => Promise<void>) {
        this.#socket = socket;
        this.#end = end;
        socket.addEventListener('message', ({ data }) => this.#hear(String(data)));
    }

    static async start(executable: string): Promise<DevTools> {
        const profile = mkdtempSync(join(tmpdir(), 'browser-'));
        const browser = spawn(
            executable,
            [...launchArguments(), '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
            { stdio: ['ignore', 'ignore', 'pipe'], detached: true }
        );
        // Debian starts it by a script, which a signal would end alone: the whole group goes.
        const kill = (): void => {
            if (process.platform === 'win32') {
                browser.kill();
            } else if (browser.pid !== undefined && browser.exitCode === null) {
                process.kill(-browser.pid, 'SIGKILL');
            }
        };
        process.once('exit', kill);
        const socket = new WebSocket(await addressOf(browser));
        await once(socket, 'open');
        return new DevTools(socket, async () => {
            const ended = once(browser, 'exit');
            kill();
            await ended;
            process.off('exit', kill);
            rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        });
    }

    /** @param sessionId of the tab; the browser itself when left out */
    async send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
        this.#lastId += 1;
        const answer = Promise.withResolvers<unknown>();
        this.#waiting.set(this.#lastId, answer);
        this.#socket.send(JSON.stringify({ id: this.#lastId, method, params, sessionId }));
        return answer.promise;
    }

    listen(listener: Listener): void {
        this.#listeners.add(listener);
    }

    async close(): Promise<void> {
        this.#listeners.clear();
        this.#socket.close();
        await this.#end();
    }

    #hear(text: string): void {
        const { id, method, params, sessionId = '', result, error } = Message.parse(JSON.parse(text));
        const answer = id === undefined ? undefined : this.#waiting.get(id);
        if (id === undefined) {
            this.#listeners.forEach((listener) => listener({ method, params, sessionId }));
        } else if (error) {
            answer?.reject(new Error(error.message));
        } else {
            answer?.resolve(result);
        }
        this.#waiting.delete(id ?? 0);
    }
}
