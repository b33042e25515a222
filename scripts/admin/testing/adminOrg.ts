import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import type { WebApp } from '../../node/listen.ts';
import { listen } from '../../node/listen.ts';
import type { Org, OrgOptions } from '../../local/org/org.ts';
import { seedOrg } from '../../sample/org/seedOrg.ts';
import { createTestOrg } from '../../local/org/testing/testOrg.ts';
import type { Command, Desk, Variables } from '../cli/command.ts';
import { runCommandLine } from '../cli/commandLine.ts';
import type { RunProcess } from '../cli/processes.ts';
import { commands } from '../commands.ts';
import { root } from '../root.ts';

const AGENT = 'asha.verma@sunrise.example';
const GATEWAY = 'integration@sunrise.example';

export interface AdminOrg {
    readonly org: Org;
    readonly url: string;
    readonly connection: Connection;
    /** A folder of its own for files. */
    readonly folder: string;
    /** Runs a command line against the org, through jsforce. */
    run(line: string, options?: RunOptions): Promise<Finished>;
    close(): Promise<void>;
}

export interface RunOptions {
    readonly environment?: Variables;
    readonly interrupted?: AbortSignal;
    readonly runProcess?: RunProcess;
    readonly commands?: readonly Command[];
    /** Milliseconds between two looks at what the org does by itself; hardly any when left out. */
    readonly shortestWait?: number;
}

export interface Finished {
    readonly code: number;
    readonly printed: string;
    readonly noted: string;
    /** What was printed, as JSON. */
    readonly document: unknown;
}

const noProcess: RunProcess = () => Promise.reject(new Error('this test starts no process'));

/** A seeded org in memory behind HTTP, and an administrator's jsforce connection to it. */
export async function openAdminOrg(
    options: Partial<OrgOptions> = {},
    before: (app: WebApp) => WebApp = (app) => app,
    { isSeeded } = { isSeeded: true }
): Promise<AdminOrg> {
    const org = await createTestOrg(options);
    if (isSeeded) {
        seedOrg(org);
    }
    const server = await listen(before(org));
    const folder = mkdtempSync(join(tmpdir(), 'admin-'));
    const sessionOf = (username: string): Connection =>
        new Connection({ instanceUrl: server.url, accessToken: org.openSession(username), version: '66.0' });
    const connection = sessionOf('admin');
    return {
        org,
        url: server.url,
        connection,
        folder,
        run: (line, given = {}) =>
            runLine(
                line,
                {
                    folder,
                    // Every alias but this one is the administrator's.
                    connect: (target) => Promise.resolve(target === 'agent' ? sessionOf(AGENT) : connection),
                    connectAsGateway: () => Promise.resolve(sessionOf(GATEWAY))
                },
                given
            ),
        close: async () => {
            await server.close();
            await org.close();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

/** Runs a command line with everything but `desk` made up. */
export async function runLine(line: string, desk: Partial<Desk>, options: RunOptions = {}): Promise<Finished> {
    const printed: string[] = [];
    const noted: string[] = [];
    const code = await runCommandLine(
        options.commands ?? commands,
        line.split(' ').filter((word) => word !== ''),
        {
            root,
            folder: root,
            clock: () => new Date('2026-03-01T10:00:00.000Z'),
            environment: options.environment ?? {},
            terminal: {
                isLive: false,
                print: (text) => void printed.push(text),
                note: (text) => void noted.push(text),
                progress: (text) => void noted.push(text)
            },
            run: options.runProcess ?? noProcess,
            connect: () => Promise.reject(new Error('this test has no org')),
            connectAsGateway: () => Promise.reject(new Error('this test has no gateway')),
            interrupted: options.interrupted ?? new AbortController().signal,
            shortestWait: options.shortestWait ?? 5,
            ...desk
        }
    );
    const text = printed.join('\n');
    return {
        code,
        printed: text,
        noted: noted.join('\n'),
        get document(): unknown {
            const parsed: unknown = JSON.parse(text);
            return parsed;
        }
    };
}
