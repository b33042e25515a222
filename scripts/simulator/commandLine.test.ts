import { help, runCommand } from './commandLine.ts';
import { scenarios } from './scenarios.ts';
import { startTestConvox } from './testConvox.ts';
import type { TestConvox } from './testConvox.ts';

let server: TestConvox;

beforeAll(async () => {
    server = await startTestConvox();
});

afterAll(() => server.close());

const run = (line: string): ReturnType<typeof runCommand> => runCommand(line.split(' '), { CONVOX_URL: server.url });

test('a scenario is started, and the command says where to take the call', async () => {
    const { text, failed } = await run('knownCaller --agent AG_RAVI');
    expect(failed).toBe(false);
    expect(text).toMatch(/^knownCaller: 9876543201 rings at AG_RAVI \(call reference \d{16}, ConvoxID 4543201\)\./);
    expect(text).toContain(
        `Nobody has the agent's screen open, so no window will open: go to ${server.url}/agent/AG_RAVI`
    );
});

test('--list names every scenario with its sentence', async () => {
    const { text } = await run('--list');
    scenarios.forEach(({ name, sentence }) => expect(text).toMatch(new RegExp(`${name} +${sentence.slice(0, 20)}`)));
});

test('--dialect changes what the server speaks, and says that whoever asks it has to follow', async () => {
    const { text, failed } = await run('--dialect rest');
    expect(failed).toBe(false);
    expect(text).toMatch(/^The server speaks rest now. The gateway asks it as before: [^]*npm start -- --servers/);
    expect(server.convox.switches.dialect).toBe('rest');
    await expect(run('--dialect soap')).resolves.toMatchObject({ failed: true });
    await run('--dialect sheet');
});

test('--help prints how it is called', async () => {
    expect(await run('--help')).toEqual({ text: help, failed: false });
});

test.each([
    ['nothing', /There is no scenario nothing\. There are: knownCaller/],
    ['knownCaller --agent AG_NOBODY', /There is no agent AG_NOBODY/],
    ['missed --answer', /nobody answers/],
    ['knownCaller unknownCaller', /Name one scenario/],
    ['knownCaller --frobnicate', /--frobnicate[^]*npm run convox/],
    ['knownCaller --url nowhere', /"nowhere" is not a URL/],
    ['knownCaller --url http://127.0.0.1:1', /Nothing answers at http:\/\/127\.0\.0\.1:1\. Start it with npm start/]
])('"%s" fails in words', async (line, words) => {
    const { text, failed } = await run(line);
    expect(failed).toBe(true);
    expect(text).toMatch(words);
});
