import { pino } from 'pino';
import type { DestinationStream } from 'pino';

export interface LogEntry {
    readonly level: 'info' | 'warn' | 'error';
    /** What happened, in the past tense; never a number, a name or a secret. */
    readonly event: string;
    readonly [detail: string]: string | number | boolean | readonly string[] | undefined;
}

export type Log = (entry: LogEntry) => void;

/** One JSON object a line, the way log collectors take it; on standard output when no destination is given. */
export function jsonLog(destination?: DestinationStream): Log {
    const logger = pino(
        {
            base: null,
            messageKey: 'event',
            timestamp: pino.stdTimeFunctions.isoTime,
            formatters: { level: (label) => ({ level: label }) }
        },
        destination ?? pino.destination(1)
    );
    return ({ level, event, ...details }) => logger[level](details, event);
}
