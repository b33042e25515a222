import { listen } from '../node/listen.ts';
import { portProblem, readStartOptions, USAGE } from './startOptions.ts';

const usual = { console: 4300, convox: 4400, gateway: 4600, org: 4700, recordings: 4500 };

test.each([
    ['', { empty: false, fresh: false, help: false, ports: usual }],
    ['--fresh', { empty: false, fresh: true, help: false, ports: usual }],
    [
        '--org-port 5700 --console-port=0',
        { empty: false, fresh: false, help: false, ports: { ...usual, org: 5700, console: 0 } }
    ],
    [
        '--console-port 0 --org-port 0',
        { empty: false, fresh: false, help: false, ports: { ...usual, org: 0, console: 0 } }
    ],
    ['--servers', { empty: false, fresh: false, help: false, ports: { ...usual, austin: 4401 } }],
    ['--servers --austin-port 0', { empty: false, fresh: false, help: false, ports: { ...usual, austin: 0 } }],
    [
        '--lists',
        { empty: false, fresh: false, help: false, ports: { ...usual, austin: 4401 }, austinSpeaks: 'webService' }
    ],
    ['--empty', { empty: true, fresh: false, help: false, ports: usual }],
    ['-h', { empty: false, fresh: false, help: true, ports: usual }]
])('"npm start -- %s" is understood', (line, options) => {
    expect(readStartOptions(line.split(' ').filter(Boolean))).toEqual(options);
});

test.each([
    ['--org-port=many', '--org-port has to be a port, 0 to 65535, and is "many"'],
    ['--org-port=', '--org-port has to be a port'],
    ['--gateway-port=70000', '--gateway-port has to be a port'],
    ['--gateway-port=4300', 'Two servers cannot share port 4300'],
    ['--port=4300', "Unknown option '--port'"],
    ['--empty --servers', '--servers sets two servers up'],
    ['--lists --servers', 'choose one of'],
    ['fresh', "Unexpected argument 'fresh'"]
])('"npm start -- %s" is refused', (line, reason) => {
    expect(() => readStartOptions(line.split(' '))).toThrow(reason);
});

test('the usage names every port with where it is when nothing is said', () => {
    const { ports } = readStartOptions(['--servers']);
    Object.entries(ports).forEach(([server, port]) => expect(USAGE).toContain(`[--${server}-port ${port}]`));
});

test('a port that is taken is named with its server, and with how to choose another', async () => {
    const other = await listen({ fetch: () => new Response() });
    const port = Number(new URL(other.url).port);
    const ports = { ...usual, gateway: port };
    const failure: unknown = await listen({ fetch: () => new Response() }, { port }).catch((error: unknown) => error);
    await other.close();
    expect(portProblem(failure, ports)).toMatch(
        new RegExp(`^Port ${port}, for the gateway, is taken[^]*npm start -- --gateway-port \\d+$`)
    );
    expect(portProblem(new Error('something else'), ports)).toBeUndefined();
});
