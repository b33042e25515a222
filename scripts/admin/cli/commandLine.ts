import { parseArgs } from 'node:util';
import { failureOf } from './failure.ts';
import type { Command, Desk, Invocation, Outcome } from './command.ts';
import { UsageError } from './command.ts';
import { commonOptions, help, overview } from './help.ts';

/** Finds the command, runs it, prints its outcome and returns the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommandLine(
    commands: readonly Command[],
    args: readonly string[],
    desk: Desk
): Promise<number> {
    const wantsJson = args.includes('--json');
    const found = findCommand(commands, args);
    try {
        if (!found) {
            return answerWithoutCommand(commands, args, desk);
        }
        const invocation = readInvocation(found.command, found.rest);
        if (invocation.isSet('help')) {
            desk.terminal.print(help(found.command));
            return 0;
        }
        return tell(await found.command.run(invocation, desk), desk, wantsJson);
    } catch (error) {
        return tellFailure(error, found?.command, desk, wantsJson);
    }
}

function answerWithoutCommand(commands: readonly Command[], args: readonly string[], { terminal }: Desk): number {
    const words = args.filter((word) => !word.startsWith('-'));
    if (words.length > 0) {
        throw new UsageError(`There is no command "${words.join(' ')}".\n\n${overview(commands)}`);
    }
    if (args.length > 0 && !args.includes('--help') && !args.includes('-h')) {
        throw new UsageError(`Name a command.\n\n${overview(commands)}`);
    }
    terminal.print(overview(commands));
    return 0;
}

/** The longest name wins: `package version create` is not the command `package` with two arguments. */
function findCommand(
    commands: readonly Command[],
    args: readonly string[]
): { command: Command; rest: readonly string[] } | undefined {
    const matching = commands
        .filter(({ name }) => name.split(' ').every((word, index) => args[index] === word))
        .toSorted((one, other) => other.name.length - one.name.length);
    const [command] = matching;
    return command && { command, rest: args.slice(command.name.split(' ').length) };
}

function readInvocation(command: Command, args: readonly string[]): Invocation {
    const options = { ...command.options, ...commonOptions };
    try {
        const { values, positionals } = parseArgs({
            args: [...args],
            allowPositionals: command.takes !== undefined,
            options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]))
        });
        return {
            positionals,
            text: (name) => {
                const value = values[name];
                return typeof value === 'string' ? value : undefined;
            },
            isSet: (name) => values[name] === true
        };
    } catch (error) {
        throw new UsageError(error instanceof Error ? error.message : String(error));
    }
}

function tell({ ok, lines, document }: Outcome, { terminal }: Desk, wantsJson: boolean): number {
    if (wantsJson) {
        terminal.print(JSON.stringify({ ok, ...document }, null, 4));
    } else {
        lines.forEach((line) => terminal.print(line));
    }
    return ok ? 0 : 1;
}

function tellFailure(error: unknown, command: Command | undefined, { terminal }: Desk, wantsJson: boolean): number {
    const { message, details, isUsage } = failureOf(error);
    if (wantsJson) {
        terminal.print(JSON.stringify({ ok: false, error: { message, details: [...details] } }, null, 4));
    } else {
        terminal.note(message);
        details.forEach((detail) => terminal.note(`  ${detail}`));
        if (isUsage && command) {
            terminal.note(`\n${help(command)}`);
        }
    }
    return isUsage ? 2 : 1;
}
