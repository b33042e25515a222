import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import { createLineWriter } from './lineWriter.ts';
import type { LineWriter } from './lineWriter.ts';

export interface LogEntry {
    readonly level: 'info' | 'warn' | 'error';
    /** What happened, in the past tense; never a number, a name or a secret. */
    readonly event: string;
    readonly [detail: string]: string | number | boolean | readonly string[] | undefined;
}

export type Log = (entry: LogEntry) => void;

const STANDARD_OUTPUT = 1;

/** One JSON object a line, the way log collectors take it; on standard output when no destination is given. */
export function jsonLog(destination: DestinationStream = standardOutput()): Log {
    const logger = pino(
        {
            base: null,
            messageKey: 'event',
            timestamp: pino.stdTimeFunctions.isoTime,
            formatters: { level: (label) => ({ level: label }) }
        },
        destination
    );
    return ({ level, event, ...details }) => logger[level](details, event);
}

/** Standard output for a log: it never keeps the process waiting, and says in the log how many lines it could not write. */
export function standardOutput(): LineWriter {
    const notes: string[] = [];
    const noteLog = jsonLog({ write: (line) => void notes.push(line) });
    return createLineWriter(STANDARD_OUTPUT, (lines) => {
        noteLog({ level: 'warn', event: 'log lines dropped', lines });
        return notes.splice(0).join('');
    });
}
