import { parseArgs } from 'node:util';
import { readEnvironment, readExtraFields, readJournalEnvironment, settingNames } from './env.ts';
import { explain } from './explainCommand.ts';
import { checkExtraFields } from './extraFields/checkCommand.ts';
import { checkHealth } from './healthCommand.ts';
import {
    listDeadLetters,
    listQuarantine,
    printStatus,
    replayDeadLetters,
    replayQuarantine,
    replaySince,
    showDeadLetter,
    showQuarantined
} from './journalCommands.ts';
import type { JournalCommand } from './journalCommands.ts';
import {
    deleteDeadLetters,
    deleteQuarantined,
    exportDeadLetters,
    exportQuarantine,
    skipCalls
} from './removalCommands.ts';
import { readListeningEnvironment } from './listeningEnvironment.ts';
import { jsonLog, standardOutput } from './log.ts';
import { checkJournal, openJournalToLookIn } from './openJournal.ts';
import { serve } from './serve.ts';
import { waitingForStart, withSettingsFile } from './settingsFile.ts';
import type { Variables } from './settingsFile.ts';
import { errorText } from './systemError.ts';
import { USAGE } from './usage.ts';

export interface CommandOptions {
    readonly environment: Variables;
    readonly print: (line: string) => void;
    readonly complain: (line: string) => void;
    /** Everything that is written to the command. */
    readonly readInput?: () => Promise<string>;
}

class UsageError extends Error {}

type Action = (command: JournalCommand) => Promise<void>;

/** Runs one command and returns the exit code: 0 done, 1 failed, 2 not understood. `serve` returns when it has stopped. */
export async function runCommand(args: readonly string[], options: CommandOptions): Promise<number> {
    const { print, complain } = options;
    try {
        const environment = withSettingsFile(options.environment);
        const { values, positionals } = readArguments(args);
        const [name = '', verb = '', ...rest] = positionals;
        if (values.help === true) {
            print(USAGE);
            return 0;
        }
        const alone = Object.hasOwn(WITHOUT_JOURNAL, name) ? WITHOUT_JOURNAL[name] : undefined;
        if (alone !== undefined) {
            await alone({ options, environment, text: positionals.slice(1).join(' '), flags: values });
            return 0;
        }
        await onJournal(environment, print, actionOf(name, verb, rest, values));
        return 0;
    } catch (error) {
        complain(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : errorText(error));
        return error instanceof UsageError ? 2 : 1;
    }
}

/** A command with what it was given. environment: with the file of settings. */
interface Given {
    readonly options: CommandOptions;
    readonly environment: Variables;
    readonly text: string;
    readonly flags: Flags;
}

const WITHOUT_JOURNAL: Readonly<Record<string, (given: Given) => Promise<void> | void>> = {
    serve: ({ options }) => serveUntilStopped(options.environment),
    health: ({ options, environment }) => checkHealth(readListeningEnvironment(environment), options.print),
    check: ({ options, environment }) => checkJournal(readJournalEnvironment(environment), options.print),
    explain: async ({ options, environment, text, flags }) =>
        explain(
            text || ((await options.readInput?.()) ?? ''),
            { ...flags, extraFields: readExtraFields(environment) },
            options.print
        ),
    'extra-fields': ({ options, environment }) => checkExtraFields(readEnvironment(environment), options.print)
};

interface Flags {
    readonly all?: boolean;
    readonly since?: string;
    readonly help?: boolean;
    readonly zone?: string;
    readonly prefix?: string;
}

function readArguments(args: readonly string[]): { values: Flags; positionals: string[] } {
    try {
        return parseArgs({
            args: [...args],
            allowPositionals: true,
            options: {
                all: { type: 'boolean' },
                since: { type: 'string' },
                help: { type: 'boolean', short: 'h' },
                zone: { type: 'string' },
                prefix: { type: 'string' }
            }
        });
    } catch (error) {
        throw new UsageError(errorText(error));
    }
}

const ACTIONS: Readonly<Record<string, (rest: readonly string[], flags: Flags) => Action>> = {
    status: () => printStatus,
    'dead-letters list': () => listDeadLetters,
    'dead-letters show': ([id]) => on(showDeadLetter, number(id)),
    'dead-letters export': (rest, flags) => on(exportDeadLetters, chosen(rest, flags)),
    'dead-letters replay': (rest, flags) => on(replayDeadLetters, chosen(rest, flags)),
    'dead-letters delete': (rest, flags) => on(deleteDeadLetters, chosen(rest, flags)),
    'quarantine list': () => listQuarantine,
    'quarantine show': ([id]) => on(showQuarantined, number(id)),
    'quarantine export': (rest, flags) => on(exportQuarantine, chosen(rest, flags)),
    'quarantine replay': (rest, flags) => on(replayQuarantine, chosen(rest, flags)),
    'quarantine delete': (rest, flags) => on(deleteQuarantined, chosen(rest, flags)),
    replay: (_, { since }) => on(replaySince, time(since))
};

function actionOf(name: string, verb: string, rest: readonly string[], flags: Flags): Action {
    if (name === 'skip' && verb !== '') {
        return on(skipCalls, [verb, ...rest]);
    }
    const command = `${name} ${verb}`.trim();
    const action = Object.hasOwn(ACTIONS, command) ? ACTIONS[command] : undefined;
    if (action === undefined) {
        throw new UsageError(`There is no command "${command}"`);
    }
    return action(rest, flags);
}

/** The argument is read before a journal is opened for it. */
function on<Argument>(
    action: (command: JournalCommand, argument: Argument) => Promise<void>,
    argument: Argument
): Action {
    return (command) => action(command, argument);
}

function chosen(rest: readonly string[], { all }: Flags): readonly number[] | 'all' {
    if (all === true) {
        return 'all';
    }
    if (rest.length === 0) {
        throw new UsageError('Name the numbers, or --all');
    }
    return rest.map(number);
}

function number(text = ''): number {
    if (!/^\d+$/.test(text)) {
        throw new UsageError(`"${text}" is not a number of the list`);
    }
    return Number(text);
}

function time(text = ''): number {
    const milliseconds = Date.parse(text);
    if (Number.isNaN(milliseconds)) {
        throw new UsageError(`"${text}" is no time such as 2026-11-22T09:30:00+05:30`);
    }
    return milliseconds;
}

async function onJournal(environment: Variables, print: (line: string) => void, action: Action): Promise<void> {
    const settings = readJournalEnvironment(environment);
    const journal = await openJournalToLookIn(settings);
    try {
        await action({ journal, zones: settings, print });
    } finally {
        await journal.close();
    }
}

/** Milliseconds for the last lines of the log. */
const LAST_LINES = 1000;

async function serveUntilStopped(variables: Variables): Promise<void> {
    const lines = standardOutput();
    const log = jsonLog(lines);
    let settings = withSettingsFile(variables);
    const gateway = await serve(readEnvironment(settings), log);
    log({ level: 'info', event: 'gateway started', url: gateway.url });
    process.on('SIGHUP', () => {
        try {
            const present = withSettingsFile(variables);
            gateway.reload(readEnvironment(present));
            const waiting = waitingForStart(settings, present, settingNames);
            log({
                level: 'info',
                event: 'settings read anew',
                ...(waiting.length > 0 && { holdAfterRestart: waiting })
            });
            settings = { ...present, ...Object.fromEntries(waiting.map((name) => [name, settings[name]])) };
        } catch (error) {
            log({ level: 'error', event: 'settings not read, the former hold', reason: errorText(error) });
        }
    });
    const signal = new Promise<string>((resolve) => {
        for (const name of ['SIGINT', 'SIGTERM'] as const) {
            process.once(name, resolve);
        }
    });
    const ended = await Promise.race([signal, gateway.failed]);
    if (ended instanceof Error) {
        log({ level: 'error', event: 'gateway failed', reason: ended.message });
    } else {
        log({ level: 'info', event: 'gateway stopping', signal: ended });
    }
    await gateway.stop();
    log({ level: 'info', event: 'gateway stopped' });
    if (!(await lines.settled(LAST_LINES))) {
        // Node does not end while a write is stuck in a pipe that nobody reads. Everything else is done.
        process.kill(process.pid, 'SIGKILL');
    }
    if (ended instanceof Error) {
        throw ended;
    }
}
