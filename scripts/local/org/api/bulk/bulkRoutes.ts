import { Hono } from 'hono';
import type { ApiVariables, DataContext } from '../context.ts';
import type { IngestJobs } from './ingestJobs.ts';
import { ingestRoutes } from './ingestRoutes.ts';
import { queryJobRoutes } from './queryJobRoutes.ts';
import type { QueryJobs } from './queryJobs.ts';

/** Jobs outlive the request that made them. */
export interface BulkJobs {
    readonly ingest: IngestJobs;
    readonly queries: QueryJobs;
}

/** Bulk API 2.0. */
export function bulkRoutes(context: DataContext, { ingest, queries }: BulkJobs): Hono<ApiVariables> {
    return new Hono<ApiVariables>()
        .route('/', ingestRoutes(context, ingest))
        .route('/', queryJobRoutes(context, queries));
}
