import type { Log } from '../log.ts';
import type { Tracing, TracingSettings } from './tracing.ts';

/** Begins to trace where that is wanted; the library is loaded only then. */
export async function startTracing(settings: TracingSettings | undefined, log: Log): Promise<Tracing | undefined> {
    if (settings === undefined) {
        return undefined;
    }
    const { startOpenTelemetry } = await import('./openTelemetry.ts');
    return startOpenTelemetry(settings, log);
}
