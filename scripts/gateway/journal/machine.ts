/** What a backend has from its machine. */
export interface Machine {
    /** Milliseconds since 1970. */
    readonly now: () => number;
    /** Milliseconds that no clock can be set back for. */
    readonly elapsed: () => number;
    /** What the disk of the file still has; undefined where there is no disk. */
    readonly freeBytes: () => number | undefined;
}
