import { DiagLogLevel, diag, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
    BatchSpanProcessor,
    ParentBasedSampler,
    TraceIdRatioBasedSampler,
    TracerProvider
} from '@opentelemetry/sdk-trace';
import type { Log } from '../log.ts';
import { sampledLog } from '../sampledLog.ts';
import { gatewayVersion } from '../version.ts';
import type { TraceHeaders, Tracing, TracingSettings } from './tracing.ts';

/** Milliseconds that a collector may take; a gateway that stops waits no longer for it. */
const EXPORT_TIMEOUT = 3000;

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT };

/** Reads one header, of which Node makes a list when it came several times. */
const headersGetter = {
    keys: (headers: TraceHeaders): string[] => Object.keys(headers),
    get: (headers: TraceHeaders, name: string): string | string[] | undefined => {
        const value = headers[name];
        return value === undefined || typeof value === 'string' ? value : [...value];
    }
};

const headersSetter = {
    set: (headers: Record<string, string>, name: string, value: string): void => {
        headers[name] = value;
    }
};

/** Sends spans to a collector, in the background and in batches; what it does not take is dropped, and the log says so. */
export function startOpenTelemetry({ endpoint, share }: TracingSettings, log: Log): Tracing {
    const sampled = sampledLog(log);
    const complain = (): void => sampled({ level: 'warn', event: 'traces not sent' });
    const ignore = (): void => undefined;
    diag.setLogger(
        { error: complain, warn: complain, info: ignore, debug: ignore, verbose: ignore },
        { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true }
    );
    const exporter = new OTLPTraceExporter({
        url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
        timeoutMillis: EXPORT_TIMEOUT
    });
    const provider = new TracerProvider({
        resource: resourceFromAttributes({ 'service.name': 'convox-gateway', 'service.version': gatewayVersion() }),
        sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
        spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: EXPORT_TIMEOUT })]
    });
    const tracer = provider.getTracer('convox-gateway');
    const propagator = new W3CTraceContextPropagator();

    return {
        start(name, kind, attributes, within) {
            const parent =
                within === undefined ? ROOT_CONTEXT : propagator.extract(ROOT_CONTEXT, within, headersGetter);
            const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, parent);
            const headers: Record<string, string> = {};
            propagator.inject(trace.setSpan(parent, span), headers, headersSetter);
            return {
                headers,
                end(results, failed) {
                    span.setAttributes(results);
                    if (failed) {
                        span.setStatus({ code: SpanStatusCode.ERROR });
                    }
                    span.end();
                }
            };
        },
        stop: () => provider.shutdown().catch(complain)
    };
}
