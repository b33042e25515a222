import { Hono } from 'hono';
import { z } from 'zod';
import type { ActingUser } from '../../records.ts';
import type { ObjectSchema } from '../../../metadata/objects/schema.ts';
import { findField, findObject } from '../../../metadata/objects/schema.ts';
import { badRequest, notFound, unsupported } from '../apiError.ts';
import type { ApiVariables, DataContext } from '../context.ts';
import { API_ROOT, API_VERSION } from '../context.ts';
import { parseBody, readJson } from '../requestBody.ts';
import type { ColumnDelimiter, LineEnding } from './csv.ts';
import { columnDelimiters, lineEndings, writeCsv } from './csv.ts';
import type { IngestJob, IngestJobs } from './ingestJobs.ts';
import type { IngestTarget } from './ingestRows.ts';

export const formatShape = {
    contentType: z.literal('CSV').default('CSV'),
    columnDelimiter: z
        .custom<ColumnDelimiter>((name) => typeof name === 'string' && name in columnDelimiters)
        .default('COMMA'),
    lineEnding: z.custom<LineEnding>((name) => typeof name === 'string' && name in lineEndings).default('LF')
};

const creation = z.strictObject({
    object: z.string(),
    operation: z.enum(['insert', 'update', 'upsert', 'delete', 'hardDelete']),
    externalIdFieldName: z.string().optional(),
    ...formatShape
});

const stateChange = z.object({ state: z.enum(['UploadComplete', 'Aborted']) });

/** Bytes of CSV that one job takes. */
const MOST_BYTES = 150_000_000;

/** `jobs/ingest`: Bulk API 2.0 for writing. A job is seen by the user who made it only. */
export function ingestRoutes({ schema, store }: DataContext, jobs: IngestJobs): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();

    function jobOf(id: string, acting: ActingUser): IngestJob {
        const job = jobs.get(id);
        if (!job || job.target.acting.id !== acting.id) {
            throw notFound('The requested resource does not exist');
        }
        return job;
    }

    function targetOf(body: z.infer<typeof creation>, acting: ActingUser): IngestTarget {
        const { operation, externalIdFieldName } = body;
        const object = findObject(schema, body.object);
        if (!object) {
            throw badRequest('INVALIDENTITY', `Entity '${body.object}' is not supported by the Bulk API.`);
        }
        if (operation === 'hardDelete') {
            throw unsupported('hardDelete jobs');
        }
        return {
            schema,
            store,
            object,
            operation,
            externalIdFieldName: operation === 'upsert' ? keyOf(object, externalIdFieldName) : undefined,
            acting
        };
    }

    app.get('/jobs/ingest', (c) =>
        c.json({
            done: true,
            nextRecordsUrl: null,
            records: jobs
                .list()
                .filter(({ target }) => target.acting.id === c.get('acting').id)
                .map(summary)
        })
    );
    app.post('/jobs/ingest', async (c) => {
        const body = parseBody(creation, await readJson(c.req.raw));
        return c.json(summary(jobs.create(targetOf(body, c.get('acting')), body)));
    });
    app.get('/jobs/ingest/:id', (c) => c.json(details(jobOf(c.req.param('id'), c.get('acting')))));
    app.put('/jobs/ingest/:id/batches', async (c) => {
        const job = jobOf(c.req.param('id'), c.get('acting'));
        if (job.state !== 'Open' || job.content !== undefined) {
            throw badRequest('INVALIDJOBSTATE', 'The job takes one upload while it is open');
        }
        const content = await c.req.text();
        if (Buffer.byteLength(content) > MOST_BYTES) {
            throw badRequest('EXCEEDED_MAX_SIZE', `A job takes ${MOST_BYTES} bytes of CSV at most`);
        }
        job.content = content;
        return c.body(null, 201);
    });
    app.patch('/jobs/ingest/:id', async (c) => {
        const job = jobOf(c.req.param('id'), c.get('acting'));
        const { state } = parseBody(stateChange, await readJson(c.req.raw));
        changeState(job, state);
        return c.json(summary(job));
    });

    function changeState(job: IngestJob, state: 'UploadComplete' | 'Aborted'): void {
        if (state === 'UploadComplete' ? job.state !== 'Open' : isOver(job)) {
            throw badRequest('INVALIDJOBSTATE', `A job that is ${job.state} cannot become ${state}`);
        }
        if (state === 'Aborted') {
            jobs.abort(job);
        } else {
            jobs.process(job);
        }
    }

    app.delete('/jobs/ingest/:id', (c) => {
        const job = jobOf(c.req.param('id'), c.get('acting'));
        if (!isOver(job)) {
            throw badRequest('INVALIDJOBSTATE', 'Only a job that is over can be deleted');
        }
        jobs.delete(job);
        return c.body(null, 204);
    });
    for (const [path, rowsOf] of results) {
        app.get(`/jobs/ingest/:id/${path}`, (c) => {
            const job = jobOf(c.req.param('id'), c.get('acting'));
            return c.body(writeCsv(rowsOf(job), job), 200, { 'content-type': 'text/csv' });
        });
    }
    return app;
}

/** The field that tells the rows of an upsert apart. */
function keyOf(object: ObjectSchema, name: string | undefined): string {
    if (name === undefined) {
        throw badRequest('INVALIDJOB', 'InvalidJob : External ID was blank for an upsert operation.');
    }
    const key = findField(object, name);
    if (!key || !(key.externalId || key.type === 'Id')) {
        throw badRequest(
            'INVALIDJOB',
            `InvalidJob : Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${object.name}`
        );
    }
    return key.name;
}

const results: readonly (readonly [string, (job: IngestJob) => readonly (readonly string[])[]])[] = [
    ['successfulResults', (job) => [['sf__Id', 'sf__Created', ...job.header], ...job.successful]],
    ['failedResults', (job) => [['sf__Id', 'sf__Error', ...job.header], ...job.failed]],
    ['unprocessedrecords', (job) => [job.header, ...job.unprocessed]]
];

function isOver({ state }: IngestJob): boolean {
    return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

function summary(job: IngestJob): object {
    const { object, operation, externalIdFieldName, acting } = job.target;
    return {
        id: job.id,
        operation,
        object: object.name,
        createdById: acting.id,
        createdDate: job.createdAt.replace('Z', '+0000'),
        systemModstamp: job.changedAt.replace('Z', '+0000'),
        state: job.state,
        ...(externalIdFieldName === undefined ? {} : { externalIdFieldName }),
        concurrencyMode: 'Parallel',
        contentType: 'CSV',
        apiVersion: Number(API_VERSION),
        contentUrl: `${API_ROOT.slice(1)}/jobs/ingest/${job.id}/batches`,
        lineEnding: job.lineEnding,
        columnDelimiter: job.columnDelimiter
    };
}

function details(job: IngestJob): object {
    const milliseconds = Math.round(job.milliseconds);
    return {
        ...summary(job),
        jobType: 'V2Ingest',
        ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
        numberRecordsProcessed: job.successful.length + job.failed.length,
        numberRecordsFailed: job.failed.length,
        retries: 0,
        totalProcessingTime: milliseconds,
        apiActiveProcessingTime: milliseconds,
        apexProcessingTime: 0
    };
}
