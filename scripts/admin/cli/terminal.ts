/** Where a command speaks to: results on one stream, everything about their making on another. */
export interface Terminal {
    /** A line of the result. */
    print(line: string): void;
    /** A line about what is going on. */
    note(line: string): void;
    /** A line that the next one replaces; on a stream that is no terminal it is an ordinary line. */
    progress(line: string): void;
    /** Whether `progress` replaces lines, so that it can be called often. */
    readonly isLive: boolean;
}

interface Stream {
    write(text: string): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
}

export function createTerminal(results: Stream, messages: Stream): Terminal {
    const isLive = messages.isTTY === true;
    let shown = false;
    const clear = (): void => {
        if (shown) {
            messages.write('\r\u001b[2K');
            shown = false;
        }
    };
    return {
        isLive,
        print: (line) => {
            clear();
            results.write(`${line}\n`);
        },
        note: (line) => {
            clear();
            messages.write(`${line}\n`);
        },
        progress: (line) => {
            if (isLive) {
                clear();
                messages.write(line.slice(0, (messages.columns ?? 80) - 1));
                shown = true;
            } else {
                messages.write(`${line}\n`);
            }
        }
    };
}
