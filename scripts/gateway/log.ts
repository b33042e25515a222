export interface LogEntry {
    readonly level: 'info' | 'warn' | 'error';
    /** What happened, in the past tense; never a number, a name or a secret. */
    readonly event: string;
    readonly [detail: string]: string | number | boolean | readonly string[] | undefined;
}

export type Log = (entry: LogEntry) => void;

/** One JSON object a line on standard output, the way log collectors take it. */
export function jsonLog(clock: () => Date, write: (line: string) => void): Log {
    return (entry) => write(`${JSON.stringify({ time: clock().toISOString(), ...entry })}\n`);
}
