import type { FieldType } from '@jetstreamapp/soql-parser-js';
import { parseQuery } from '@jetstreamapp/soql-parser-js';
import { Hono } from 'hono';
import { z } from 'zod';
import type { ActingUser } from '../../records.ts';
import { runSoql } from '../../query/runSoql.ts';
import { QueryError } from '../../store/queryError.ts';
import { badRequest, notFound } from '../apiError.ts';
import type { ApiVariables, DataContext } from '../context.ts';
import { API_VERSION } from '../context.ts';
import { parseBody, readJson } from '../requestBody.ts';
import { writeCsv } from './csv.ts';
import { formatShape } from './ingestRoutes.ts';
import type { QueryJob, QueryJobs } from './queryJobs.ts';

const creation = z.strictObject({ operation: z.enum(['query', 'queryAll']), query: z.string(), ...formatShape });
const stateChange = z.object({ state: z.literal('Aborted') });

/** Rows of a page unless the client asks for fewer. */
const LARGEST_PAGE = 50_000;

/** `jobs/query`: Bulk API 2.0 for reading. A job is seen by the user who made it only. */
export function queryJobRoutes({ schema, store, users, clock }: DataContext, jobs: QueryJobs): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();

    function jobOf(id: string, acting: ActingUser): QueryJob {
        const job = jobs.get(id);
        if (!job || job.acting.id !== acting.id) {
            throw notFound('The requested resource does not exist');
        }
        if (job.state === 'UploadComplete') {
            job.state = 'JobComplete';
        }
        return job;
    }

    function run(
        soql: string,
        includeDeleted: boolean,
        acting: ActingUser
    ): Pick<QueryJob, 'object' | 'header' | 'rows'> {
        try {
            const timeZone = users.get(acting.id)?.timeZone ?? 'UTC';
            const { records } = runSoql({ schema, store, today: { now: clock(), timeZone }, includeDeleted }, soql);
            const { sObject = '', fields = [] } = parseQuery(soql);
            const header = fields.map(columnName);
            return { object: sObject, header, rows: records.map((record) => header.map((path) => cell(record, path))) };
        } catch (error) {
            if (error instanceof QueryError) {
                throw badRequest('API_ERROR', `${error.errorCode}: ${error.message}`);
            }
            throw error;
        }
    }

    app.post('/jobs/query', async (c) => {
        const { query, operation, columnDelimiter, lineEnding } = parseBody(creation, await readJson(c.req.raw));
        const acting = c.get('acting');
        const job = jobs.add({
            ...run(query, operation === 'queryAll', acting),
            operation,
            acting,
            createdAt: clock().toISOString(),
            columnDelimiter,
            lineEnding
        });
        return c.json(summary(job));
    });
    app.get('/jobs/query', (c) =>
        c.json({
            done: true,
            nextRecordsUrl: null,
            records: jobs
                .list()
                .filter(({ acting }) => acting.id === c.get('acting').id)
                .map(summary)
        })
    );
    app.get('/jobs/query/:id', (c) => {
        const job = jobOf(c.req.param('id'), c.get('acting'));
        return c.json({
            ...summary(job),
            jobType: 'V2Query',
            numberRecordsProcessed: job.rows.length,
            retries: 0,
            totalProcessingTime: 0
        });
    });
    app.patch('/jobs/query/:id', async (c) => {
        const job = jobOf(c.req.param('id'), c.get('acting'));
        job.state = parseBody(stateChange, await readJson(c.req.raw)).state;
        return c.json(summary(job));
    });
    app.delete('/jobs/query/:id', (c) => {
        jobs.delete(jobOf(c.req.param('id'), c.get('acting')).id);
        return c.body(null, 204);
    });
    app.get('/jobs/query/:id/results', (c) => {
        const job = jobOf(c.req.param('id'), c.get('acting'));
        if (job.state !== 'JobComplete') {
            throw badRequest('INVALIDJOBSTATE', `The job is ${job.state}`);
        }
        const start = startOf(c.req.query('locator'));
        const end = start + Math.min(LARGEST_PAGE, Number(c.req.query('maxRecords') ?? LARGEST_PAGE));
        const rows = job.rows.slice(start, end);
        return c.body(writeCsv([job.header, ...rows], job), 200, {
            'content-type': 'text/csv',
            'Sforce-NumberOfRecords': String(rows.length),
            'Sforce-Locator': end < job.rows.length ? Buffer.from(String(end)).toString('base64url') : 'null'
        });
    });
    return app;
}

function columnName(field: FieldType): string {
    if (field.type === 'Field') {
        return field.field;
    }
    if (field.type === 'FieldRelationship') {
        return [...field.relationships, field.field].join('.');
    }
    throw badRequest('API_ERROR', 'Bulk queries select fields only: no aggregates, functions or subqueries');
}

function cell(record: object, path: string): string {
    let value: unknown = record;
    for (const name of path.split('.')) {
        value = typeof value === 'object' && value !== null ? valueOf(value, name) : undefined;
    }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value).replace(/\+0000$/, 'Z')
        : '';
}

function valueOf(record: object, name: string): unknown {
    return Object.entries(record).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function startOf(locator: string | undefined): number {
    const start = locator === undefined ? 0 : Number(Buffer.from(locator, 'base64url').toString());
    if (!Number.isInteger(start)) {
        throw badRequest('INVALID_LOCATOR', 'The locator is not one of this job');
    }
    return start;
}

function summary(job: QueryJob): object {
    return {
        id: job.id,
        operation: job.operation,
        object: job.object,
        createdById: job.acting.id,
        createdDate: job.createdAt.replace('Z', '+0000'),
        systemModstamp: job.createdAt.replace('Z', '+0000'),
        state: job.state,
        concurrencyMode: 'Parallel',
        contentType: 'CSV',
        apiVersion: Number(API_VERSION),
        lineEnding: job.lineEnding,
        columnDelimiter: job.columnDelimiter
    };
}
