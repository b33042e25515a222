import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { StackOptions } from './stack.ts';

type AllPorts = Required<StackOptions['ports']>;
type Ports = Omit<AllPorts, 'austin'> & Pick<StackOptions['ports'], 'austin'>;

export interface StartOptions {
    readonly empty: boolean;
    readonly fresh: boolean;
    readonly help: boolean;
    readonly ports: Ports;
    /** What the other server speaks, where it is not REST. */
    readonly austinSpeaks?: 'webService';
}

const DEFAULT_PORTS: AllPorts = {
    console: 4300,
    convox: 4400,
    austin: 4401,
    gateway: 4600,
    org: 4700,
    recordings: 4500
};
const servers = ['console', 'convox', 'austin', 'gateway', 'org', 'recordings'] as const;
const names = {
    console: 'the console',
    convox: 'the ConVox server',
    austin: 'the other ConVox server',
    gateway: 'the gateway',
    org: 'the org API',
    recordings: 'the recordings'
};

export const USAGE = `Usage: npm start [-- --fresh] [--empty] [--servers | --lists] [--console-port 4300] [--convox-port 4400] [--austin-port 4401] [--gateway-port 4600] [--org-port 4700] [--recordings-port 4500]

  --fresh         empty the local org first: calls, commands and everything you changed go, the sample customers and last month's calls come back
  --empty         an org with only the package, people and customers, with data of its own: set it up in the app ConVox Setup
  --servers       two ConVox servers with an agent at each, of two generations and in two time zones; with data of their own
  --lists         as --servers, and the other one speaks the web service, which takes lists for the dialler
  --console-port  where a server listens, when its own port is taken; 0 takes any that is free. So do the others; --austin-port is the other
                  ConVox server’s`;

const port = z.coerce.number().int().min(0).max(65_535);

/**
 * The words behind `npm start --`.
 * @throws Error that says which word is wrong
 */
export function readStartOptions(words: readonly string[]): StartOptions {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
        args: [...words],
        options: {
            empty: { type: 'boolean', default: false },
            fresh: { type: 'boolean', default: false },
            help: { type: 'boolean', short: 'h', default: false },
            'console-port': text,
            servers: { type: 'boolean', default: false },
            lists: { type: 'boolean', default: false },
            'convox-port': text,
            'austin-port': text,
            'gateway-port': text,
            'org-port': text,
            'recordings-port': text
        }
    });
    const portOf = (server: keyof Ports): number => {
        const given = values[`${server}-port`];
        const parsed = port.safeParse(given === '' ? undefined : (given ?? DEFAULT_PORTS[server]));
        if (!parsed.success) {
            throw new Error(`--${server}-port has to be a port, 0 to 65535, and is "${given}"`);
        }
        return parsed.data;
    };
    const ports = {
        console: portOf('console'),
        convox: portOf('convox'),
        ...((values.servers || values.lists) && { austin: portOf('austin') }),
        gateway: portOf('gateway'),
        org: portOf('org'),
        recordings: portOf('recordings')
    };
    const twice = servers.find((one) => servers.some((other) => one < other && isShared(ports, one, other)));
    if (twice !== undefined) {
        throw new Error(`Two servers cannot share port ${ports[twice]}: give each its own`);
    }
    if ([values.empty, values.servers, values.lists].filter(Boolean).length > 1) {
        throw new Error(
            '--servers sets two servers up, --lists two others; choose one of --empty, --servers and --lists'
        );
    }
    const { empty, fresh, help, lists } = values;
    return { empty, fresh, help, ports, ...(lists && { austinSpeaks: 'webService' }) };
}

function isShared(ports: Ports, one: keyof Ports, other: keyof Ports): boolean {
    return ports[one] === ports[other] && ports[one] !== 0;
}

const taken = z.object({ code: z.enum(['EADDRINUSE', 'EACCES']), port: z.number() });

/** What to do about a port that somebody else has; undefined for other errors. */
export function portProblem(error: unknown, ports: Ports): string | undefined {
    const known = taken.safeParse(error);
    const server = servers.find((name) => ports[name] === known.data?.port);
    if (!known.success || server === undefined) {
        return undefined;
    }
    const { code, port: wanted } = known.data;
    const why = code === 'EACCES' ? 'is not yours to take' : 'is taken; another npm start may be running';
    return `Port ${wanted}, for ${names[server]}, ${why}.
Free it, or choose another: npm start -- --${server}-port ${wanted < 1024 ? DEFAULT_PORTS[server] : Math.min(wanted + 1000, 65_535)}`;
}
