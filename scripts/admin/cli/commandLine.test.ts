import { commands } from '../commands.ts';
import { runLine } from '../testing/adminOrg.ts';
import type { Command } from './command.ts';
import { AdminError } from './command.ts';

const failing = (error: Error): Command => ({
    name: 'fail',
    summary: 'fail',
    options: {},
    run: () => Promise.reject(error)
});

test.each(commands.map(({ name }) => [name]))('%s --help tells its usage and every option', async (name) => {
    const { code, printed } = await runLine(`${name} --help`, {});
    expect(code).toBe(0);
    expect(printed).toContain(`Usage: npm run admin -- ${name}`);
    Object.keys(commands.find((command) => command.name === name)?.options ?? {}).forEach((option) =>
        expect(printed).toContain(`--${option}`)
    );
});

test.each(['', '--help'])('"%s" alone lists every command', async (line) => {
    const { code, printed } = await runLine(line, {});
    expect(code).toBe(0);
    commands.forEach(({ name, summary }) => expect(printed).toMatch(new RegExp(`${name} +${summary.slice(0, 20)}`)));
});

test.each([
    ['dance', 'There is no command "dance"'],
    ['--loud', 'Name a command'],
    ['deploy --loud', "Unknown option '--loud'"],
    ['deploy extra', "Unexpected argument 'extra'"]
])('"%s" is not understood and says why', async (line, reason) => {
    const { code, noted, printed } = await runLine(line, {});
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(noted).toContain(reason);
});

test('with --json, an error is the one document on standard output', async () => {
    expect(await runLine('fail --json', {}, { commands: [failing(new AdminError('No', ['Do this']))] })).toMatchObject({
        code: 1,
        document: { ok: false, error: { message: 'No', details: ['Do this'] } },
        noted: ''
    });
    expect((await runLine('dance --json', {})).document).toMatchObject({ ok: false });
});

test.each([
    [
        Object.assign(new Error('Session expired or invalid'), { errorCode: 'INVALID_SESSION_ID' }),
        'sf -- org login web'
    ],
    [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), 'Nobody listens'],
    [Object.assign(new Error('No authorization'), { name: 'NamedOrgNotFoundError' }), 'sf -- org list']
])('the error "%s" comes with what to do', async (error, advice) => {
    const { code, noted } = await runLine('fail', {}, { commands: [failing(error)] });
    expect(code).toBe(1);
    expect(noted).toContain(advice);
});
