import type { Log, LogEntry } from './log.ts';

interface Kind {
    passed: number;
    heldBack: number;
}

/** Lines of one kind that pass in one window. */
const MOST = 5;

/** Milliseconds. */
const WINDOW = 10_000;

/**
 * Keeps an attack or an outage from filling the log: of warnings and errors of one event and reason a few pass, and a line
 * at the end of the window says how many more there were.
 */
export function sampledLog(log: Log): Log {
    const kinds = new Map<string, Kind>();

    function begin({ level, event, reason }: LogEntry, key: string): Kind {
        const kind = { passed: 0, heldBack: 0 };
        kinds.set(key, kind);
        setTimeout(() => {
            kinds.delete(key);
            if (kind.heldBack > 0) {
                log({ level, event, reason, heldBack: kind.heldBack });
            }
        }, WINDOW).unref();
        return kind;
    }

    return (entry) => {
        if (entry.level === 'info') {
            log(entry);
            return;
        }
        const key = `${entry.event} ${String(entry.reason ?? '')}`;
        const kind = kinds.get(key) ?? begin(entry, key);
        if (kind.passed < MOST) {
            kind.passed += 1;
            log(entry);
        } else {
            kind.heldBack += 1;
        }
    };
}
