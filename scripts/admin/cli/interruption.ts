/**
 * Aborted by the first Ctrl+C, so that a long command can save where it stands; the second one ends the process as usual.
 */
export function interruption(emitter: Pick<NodeJS.EventEmitter, 'once'>): AbortSignal {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        emitter.once(signal, () => controller.abort());
    }
    return controller.signal;
}
