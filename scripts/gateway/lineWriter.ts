import { write as writeFile } from 'node:fs';
import { errorCode } from './systemError.ts';

export interface LineWriter {
    /** Takes a line with its end, and returns at once. */
    write(line: string): void;
    /** Resolves when everything is written or dropped; false when that takes longer than so many milliseconds. */
    settled(milliseconds: number): Promise<boolean>;
}

type Write = (fd: number, bytes: Uint8Array, done: (error: Error | null, written: number) => void) => void;

/** Characters that wait for a reader who is slow; more are dropped. */
const MOST_WAITING = 1024 ** 2;

const BUSY = 20;
const LINE_END = 10;

/**
 * Writes lines to a file descriptor and waits for it in no case: what a full disk refuses is dropped, and so is what a
 * reader leaves standing for too long. Once lines pass again, one tells how many were dropped. Pino's own destination
 * tries a full disk for ever, in the only thread.
 * @param note makes the line that tells how many were dropped
 */
export function createLineWriter(fd: number, note: (dropped: number) => string, write: Write = writeFile): LineWriter {
    let waiting: string[] = [];
    let characters = 0;
    let dropped = 0;
    let isLineBroken = false;
    let isWriting = false;
    let watching: (() => void)[] = [];

    function next(): void {
        const lines = waiting;
        waiting = [];
        characters = 0;
        if (lines.length === 0) {
            isWriting = false;
            watching.forEach((settle) => settle());
            watching = [];
            return;
        }
        isWriting = true;
        const told = dropped;
        const text = [isLineBroken ? '\n' : '', ...lines, told > 0 ? note(told) : ''].join('');
        put(Buffer.from(text), (isWritten) => {
            dropped += isWritten ? -told : lines.length;
            next();
        });
    }

    function put(bytes: Uint8Array, done: (isWritten: boolean) => void): void {
        write(fd, bytes, (error, written) => {
            if (error !== null) {
                if (errorCode(error) === 'EAGAIN') {
                    setTimeout(() => put(bytes, done), BUSY);
                } else {
                    done(false);
                }
                return;
            }
            isLineBroken = bytes[written - 1] !== LINE_END;
            if (written < bytes.byteLength) {
                put(bytes.subarray(written), done);
            } else {
                done(true);
            }
        });
    }

    return {
        write(line) {
            if (characters + line.length > MOST_WAITING) {
                dropped += 1;
                return;
            }
            waiting.push(line);
            characters += line.length;
            if (!isWriting) {
                next();
            }
        },
        settled: (milliseconds) =>
            new Promise((resolve) => {
                if (!isWriting) {
                    resolve(true);
                    return;
                }
                const giveUp = setTimeout(() => resolve(false), milliseconds);
                watching.push(() => {
                    clearTimeout(giveUp);
                    resolve(true);
                });
            })
    };
}
