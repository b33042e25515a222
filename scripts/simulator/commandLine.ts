import { parseArgs } from 'node:util';
import { z } from 'zod';
import { scenarios } from './scenarios.ts';

export interface CommandOutcome {
    /** Lines for standard output, or standard error when it failed. */
    readonly text: string;
    readonly failed: boolean;
}

const DEFAULT_URL = 'http://127.0.0.1:4400';

/** What nobody can see from here. */
const WHO_ASKS = `The gateway asks it as before: one that is set up for another dialect gets a 404, and the phone says that it is not certain
whether the call ended. npm start -- --servers has a server of REST with its gateway, npm start -- --lists one of the web service.`;

export const help = `Starts a scenario on the simulated ConVox server that \`npm start\` runs.

  npm run convox -- <scenario> [--agent AG_ASHA] [--answer] [--url ${DEFAULT_URL}]
  npm run convox -- --dialect rest
  npm run convox -- --list

  --agent   code of the agent who gets the call; the server's first agent without it
  --answer  the agent answers by itself
  --dialect sheet, webService or rest: what the server speaks from now on, for a gateway that is set up for it
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
    parsed: CommandLine,
    environment: Readonly<Record<string, string | undefined>>,
    send: typeof fetch
): Promise<CommandOutcome> {
    const { values } = parsed;
    return values.help || values.list
        ? { text: values.help ? help : list(), failed: false }
        : command(parsed, environment, send);
}

async function command(
    { values, positionals: [name, ...more] }: CommandLine,
    environment: Readonly<Record<string, string | undefined>>,
    send: typeof fetch
): Promise<CommandOutcome> {
    const server = { address: values.url ?? environment.CONVOX_URL ?? DEFAULT_URL, send };
    const { dialect } = values;
    const switched = dialect === undefined ? undefined : await switchDialect(dialect, server);
    if (switched !== undefined && (switched.failed || name === undefined)) {
        return switched;
    }
    return name === undefined || more.length > 0
        ? failed(`Name one scenario.\n\n${list()}\n\n${help}`)
        : start(name, values, server);
}

interface Server {
    readonly address: string;
    readonly send: typeof fetch;
}

async function switchDialect(dialect: string, server: Server): Promise<CommandOutcome> {
    const told = await post('/settings', { dialect }, server);
    if ('failed' in told) {
        return told;
    }
    const isDone = z.object({ dialect: z.literal(dialect) }).safeParse(told.answer).success;
    return isDone ? { text: `The server speaks ${dialect} now. ${WHO_ASKS}`, failed: false } : refusedBy(told);
}

async function start(
    name: string,
    { agent, answer: answers }: { agent?: string; answer: boolean },
    server: Server
): Promise<CommandOutcome> {
    const told = await post(`/scenarios/${encodeURIComponent(name)}`, { agent, answer: answers }, server);
    if ('failed' in told) {
        return told;
    }
    const running = started.safeParse(told.answer);
    return running.success ? { text: describe(running.data, told.url), failed: false } : refusedBy(told);
}

interface Told {
    readonly url: string;
    readonly status: number;
    readonly answer: unknown;
}

async function post(path: string, body: object, { address, send }: Server): Promise<Told | CommandOutcome> {
    if (!URL.canParse(address)) {
        return failed(`"${address}" is not a URL. The simulated server usually listens on ${DEFAULT_URL}.`);
    }
    const url = address.replace(/\/+$/, '');
    try {
        const response = await send(url + path, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body)
        });
        const answer: unknown = await response.json().catch(() => undefined);
        return { url, status: response.status, answer };
    } catch {
        return failed(`Nothing answers at ${url}. Start it with npm start, or say where it is with --url.`);
    }
}

function refusedBy({ url, status, answer }: Told): CommandOutcome {
    const reason = refused.safeParse(answer);
    return failed(reason.success ? reason.data.message : `${url} answered ${status}: is it the simulated server?`);
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
    values: { agent?: string; url?: string; dialect?: string; answer: boolean; list: boolean; help: boolean };
    positionals: string[];
} {
    return parseArgs({
        args: [...parameters],
        allowPositionals: true,
        options: {
            agent: { type: 'string' },
            url: { type: 'string' },
            dialect: { type: 'string' },
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
