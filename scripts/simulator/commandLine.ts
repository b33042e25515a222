import { parseArgs } from 'node:util';
import { z } from 'zod';
import { scenarios } from './scenarios.ts';

export interface CommandOutcome {
    /** Lines for standard output, or standard error when it failed. */
    readonly text: string;
    readonly failed: boolean;
}

const DEFAULT_URL = 'http://127.0.0.1:4400';

export const help = `Starts a scenario on the simulated ConVox server that \`npm start\` runs.

  npm run convox -- <scenario> [--agent AG_ASHA] [--answer] [--url ${DEFAULT_URL}]
  npm run convox -- --list

  --agent   code of the agent who gets the call; the server's first agent without it
  --answer  the agent answers by itself
  --url     where the simulated server listens (or set CONVOX_URL)
  --list    names the scenarios
  --help    prints this`;

const started = z.object({
    scenario: z.string(),
    agent: z.string(),
    screens: z.number(),
    call: z.object({ number: z.string(), reference: z.string(), convoxId: z.string() })
});
const refused = z.object({ message: z.string() });

/** Runs one command line against a running simulator. Never throws: what went wrong is in the text. */
export async function runCommand(
    parameters: readonly string[],
    environment: Readonly<Record<string, string | undefined>>,
    send: typeof fetch = fetch
): Promise<CommandOutcome> {
    try {
        return await run(parse(parameters), environment, send);
    } catch (error) {
        return failed(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    }
}

type CommandLine = ReturnType<typeof parse>;

async function run(
    { values, positionals: [name, ...more] }: CommandLine,
    environment: Readonly<Record<string, string | undefined>>,
    send: typeof fetch
): Promise<CommandOutcome> {
    if (values.help || values.list) {
        return { text: values.help ? help : list(), failed: false };
    }
    return name === undefined || more.length > 0
        ? failed(`Name one scenario.\n\n${list()}\n\n${help}`)
        : start(name, values, values.url ?? environment.CONVOX_URL ?? DEFAULT_URL, send);
}

async function start(
    name: string,
    { agent, answer: answers }: { agent?: string; answer: boolean },
    address: string,
    send: typeof fetch
): Promise<CommandOutcome> {
    if (!URL.canParse(address)) {
        return failed(`"${address}" is not a URL. The simulated server usually listens on ${DEFAULT_URL}.`);
    }
    const url = address.replace(/\/+$/, '');
    let response: Response;
    try {
        response = await send(`${url}/scenarios/${encodeURIComponent(name)}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ agent, answer: answers })
        });
    } catch {
        return failed(`Nothing answers at ${url}. Start it with npm start, or say where it is with --url.`);
    }
    const answer: unknown = await response.json().catch(() => undefined);
    const running = started.safeParse(answer);
    if (running.success) {
        return { text: describe(running.data, url), failed: false };
    }
    const reason = refused.safeParse(answer);
    return failed(
        reason.success ? reason.data.message : `${url} answered ${response.status}: is it the simulated server?`
    );
}

function describe({ scenario, agent, screens, call }: z.infer<typeof started>, url: string): string {
    const screen = `${url}/agent/${agent}`;
    return [
        `${scenario}: ${call.number} rings at ${agent} (call reference ${call.reference}, ConvoxID ${call.convoxId}).`,
        screens === 0
            ? `Nobody has the agent's screen open, so no window will open: go to ${screen}`
            : `Take the call at ${screen}`
    ].join('\n');
}

function parse(parameters: readonly string[]): {
    values: { agent?: string; url?: string; answer: boolean; list: boolean; help: boolean };
    positionals: string[];
} {
    return parseArgs({
        args: [...parameters],
        allowPositionals: true,
        options: {
            agent: { type: 'string' },
            url: { type: 'string' },
            answer: { type: 'boolean', default: false },
            list: { type: 'boolean', default: false },
            help: { type: 'boolean', short: 'h', default: false }
        }
    });
}

function list(): string {
    const width = Math.max(...scenarios.map(({ name }) => name.length)) + 2;
    return scenarios.map(({ name, sentence }) => `  ${name.padEnd(width)}${sentence}`).join('\n');
}

function failed(text: string): CommandOutcome {
    return { text, failed: true };
}
