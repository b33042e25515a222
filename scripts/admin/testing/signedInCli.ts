import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { ProcessResult, RunProcess } from '../cli/processes.ts';
import { createProcessRunner } from '../cli/processes.ts';
import { shellWords } from '../guides/markdown.ts';
import { root } from '../root.ts';
import type { AdminOrg } from './adminOrg.ts';

/** The real Salesforce CLI of this repository, with a home of its own. */
export interface SignedInCli {
    /** Runs scripts as the commands for an org run them, with the CLI's home. */
    readonly run: RunProcess;
    /** Runs the CLI. @param line its command line, without `sf` */
    sf(line: string): Promise<ProcessResult>;
    /** The session that it signed in with. */
    readonly token: string;
    readonly login: ProcessResult;
}

/** Signs the CLI in to a test's org as its administrator, under an alias. */
export async function signInCli({ org, url, folder }: AdminOrg, alias: string): Promise<SignedInCli> {
    const home = mkdtempSync(join(folder, 'home-'));
    const token = org.openSession('admin');
    const run = createProcessRunner({
        root,
        environment: {
            ...process.env,
            HOME: home,
            USERPROFILE: home,
            SF_ACCESS_TOKEN: token,
            SF_DISABLE_TELEMETRY: 'true',
            SF_SKIP_NEW_VERSION_CHECK: 'true'
        }
    });
    const sf = (line: string): Promise<ProcessResult> =>
        run('node_modules/@salesforce/cli/bin/run.js', shellWords(line));
    const login = await sf(`org login access-token --instance-url ${url} --alias ${alias} --no-prompt`);
    return { run, sf, token, login };
}
