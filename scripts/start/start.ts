/** `npm start`: one installation on this machine, without an org. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BuildError, compilePackage } from '../build/compile.ts';
import { watchConsole } from '../local/console/build/buildConsole.ts';
import { MetadataError } from '../local/org/schema/metadataXml.ts';
import { root, startStack } from './stack.ts';
import type { Stack } from './stack.ts';

const PORTS = { console: 4300, convox: 4400, gateway: 4600, org: 4700 };
const local = join(root, '.local');
const database = join(local, 'org.sqlite');
const journal = join(local, 'gateway.sqlite');
const assets = join(local, 'console');

const USAGE = `Usage: npm start [-- --fresh]

  --fresh   empty the local org first: calls, commands and everything you changed go, the sample customers and last month's calls come back`;

function stop(message: string): never {
    console.error(message);
    process.exit(1);
}

function announce({ org, urls, apiClient, statusSecret }: Stack): void {
    console.log(`
  Console       ${urls.console}/
                the agent's Lightning console, signed in as Asha Verma
                ${urls.console}/login?as=divya is her manager's, with reports and dashboards of the last month
  ConVox        ${urls.convox}/agent/AG_ASHA
                Asha's ConVox screen: start a scenario, answer the call
  Gateway       ${urls.gateway}/health
                for the samples of docs/convox-hand-over.md: put it in place of https://gateway.example.com, and
                export SECRET=${statusSecret}
  Org API       ${urls.org}/services/data
                for programs: client id ${apiClient.clientId}, client secret ${apiClient.clientSecret}, until it stops;
                for Salesforce CLI, in one line:
                SF_ACCESS_TOKEN='${org.openSession(apiClient.username)}' npm run sf -- org login access-token --instance-url ${urls.org} --alias local --no-prompt

Press Ctrl+C to stop. The data stays in .local/org.sqlite; npm start -- --fresh empties it.`);
}

/** Builds the page, and again after every change to a component, a label or a page; open pages follow. */
async function showConsole(stack: Stack): Promise<void> {
    await new Promise<void>((shown) => {
        void watchConsole({ outdir: assets }, (problems) => {
            if (problems === undefined) {
                stack.reloadConsole();
            } else {
                console.error(problems);
            }
            shown();
        });
    });
}

async function start(fresh: boolean): Promise<void> {
    const started = performance.now();
    mkdirSync(local, { recursive: true });
    await compilePackage(root);
    const stack = await startStack({
        database,
        journal,
        assets,
        fresh,
        liveReload: true,
        history: true,
        ports: PORTS,
        log: ({ level, message }) => console.log(`[org] ${level}: ${message}`)
    });
    await showConsole(stack);
    console.log(`Ready in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    announce(stack);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => void stack.close().then(() => process.exit(0)));
    }
}

function readOptions(): { fresh: boolean } {
    try {
        const { values } = parseArgs({
            options: { fresh: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }
        });
        if (values.help) {
            console.log(USAGE);
            process.exit(0);
        }
        return { fresh: values.fresh ?? false };
    } catch (error) {
        return stop(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    }
}

const { fresh } = readOptions();
try {
    await start(fresh);
} catch (error) {
    if (error instanceof BuildError || error instanceof MetadataError) {
        stop(error.message);
    }
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
        stop(`${error.message}\nAnother npm start may be running. Stop it, or free that port, and try again.`);
    }
    throw error;
}
