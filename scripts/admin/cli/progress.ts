import type { Terminal } from './terminal.ts';

/** Counts rows towards a total and shows it. */
export interface Progress {
    /** `done` rows so far, those of earlier runs included; `total` when it is known better than before. */
    show(done: number, total?: number): void;
    finish(done: number, total?: number): void;
}

const BAR = 24;
const LIVE_MILLISECONDS = 200;
const LINE_MILLISECONDS = 5000;

const count = (number: number): string => Math.round(number).toLocaleString('en-IN');

/**
 * One line: bar, counts, rows a second of this run, and how long the rest takes at that rate.
 * @param total rows in all; undefined when nobody can know
 * @param before rows that earlier runs did, which say nothing about this run's rate
 */
export function progressLine(
    label: string,
    { done, total, before, seconds }: { done: number; total?: number; before: number; seconds: number }
): string {
    const rate = seconds > 0 ? (done - before) / seconds : 0;
    const speed = rate > 0 ? `${count(rate)}/s` : '';
    if (total === undefined) {
        return [label, count(done), speed].filter((part) => part !== '').join('  ');
    }
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(share * BAR);
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}]`;
    const left = rate > 0 && done < total ? `${duration((total - done) / rate)} left` : '';
    return [label, bar, `${Math.floor(share * 100)} %`, `${count(done)} of ${count(total)}`, speed, left]
        .filter((part) => part !== '')
        .join('  ');
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
    const whole = Math.max(1, Math.round(seconds));
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
    if (hours > 0) {
        return `${hours} h ${minutes} min`;
    }
    return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}

export function createProgress(
    terminal: Terminal,
    clock: () => Date,
    label: string,
    { total, before = 0 }: { total?: number; before?: number } = {}
): Progress {
    const started = clock().getTime();
    const pause = terminal.isLive ? LIVE_MILLISECONDS : LINE_MILLISECONDS;
    let shownAt = terminal.isLive ? 0 : started;
    const line = (done: number, all = total): string =>
        progressLine(label, {
            done,
            before,
            seconds: (clock().getTime() - started) / 1000,
            ...(all === undefined ? {} : { total: all })
        });
    return {
        show: (done, all) => {
            const now = clock().getTime();
            if (now - shownAt >= pause) {
                shownAt = now;
                terminal.progress(line(done, all));
            }
        },
        finish: (done, all) => terminal.note(line(done, all))
    };
}
