/** One exchange between ConVox and the CRM, as it went over the wire. */
export interface WireEntry {
    readonly number: number;
    /** ISO 8601 UTC. */
    readonly at: string;
    /** `callcontrol`, `dial`, `agent` and `list` are received by ConVox, `pop` and `status` are sent by it. */
    readonly kind: 'callcontrol' | 'dial' | 'agent' | 'list' | 'pop' | 'status';
    readonly method: string;
    /** Path without query when received, whole URL without query when sent. */
    readonly path: string;
    readonly contentType: string;
    /** Name and value exactly as on the wire, in order, repeats included. */
    readonly parameters: readonly (readonly [string, string])[];
    readonly agentCode: string;
    /** HTTP status, or 0 when there was no answer. */
    readonly status: number;
    /** The answer's text, or in words why there was none. */
    readonly reply: string;
    /** How a received command's answer went out: at once, too late, or not at all because the line was cut. */
    readonly delivery?: 'atOnce' | 'late' | 'cut';
}

export interface WireLog {
    readonly entries: readonly WireEntry[];
    add(entry: Omit<WireEntry, 'number' | 'at'>): WireEntry;
    clear(): void;
}

const KEPT = 500;

/** Keeps the last 500 exchanges; `changed` is called after each new one. */
export function createWireLog(clock: () => Date, changed: () => void): WireLog {
    const entries: WireEntry[] = [];
    let number = 0;
    return {
        entries,
        add(entry) {
            number += 1;
            const added = { number, at: clock().toISOString(), ...entry };
            entries.push(added);
            entries.splice(0, Math.max(0, entries.length - KEPT));
            changed();
            return added;
        },
        clear() {
            entries.length = 0;
            changed();
        }
    };
}
