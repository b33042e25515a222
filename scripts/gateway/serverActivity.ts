/** What was last heard of a ConVox server since this gateway started. */
export interface LastOfServer {
    readonly lastPushAt?: string;
    readonly lastCommandAt?: string;
    readonly lastCommand?: CommandResult;
}

export type CommandResult = 'answered' | 'no answer' | 'refused';

/** What the default server is called in an address, whatever its code, and everywhere where it has none. */
export const DEFAULT_SERVER = 'default';

/** Notes of each server when it last pushed and what became of the last command to it. */
export interface ServerActivity {
    pushed(server: string): void;
    commanded(server: string, result: CommandResult): void;
    report(): Readonly<Record<string, LastOfServer>>;
}

export function createServerActivity(names: readonly string[], clock: () => Date): ServerActivity {
    const last = new Map<string, LastOfServer>(names.map((name) => [name, {}]));
    const note = (server: string, news: LastOfServer): void => void last.set(server, { ...last.get(server), ...news });
    return {
        pushed: (server) => note(server, { lastPushAt: clock().toISOString() }),
        commanded: (server, lastCommand) => note(server, { lastCommandAt: clock().toISOString(), lastCommand }),
        report: () => Object.fromEntries(last)
    };
}
