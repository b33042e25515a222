import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { serveSqlite } from './sqliteService.ts';

if (parentPort !== null) {
    serveSqlite(
        parentPort,
        z.object({ file: z.string(), mostBytes: z.number(), owner: z.boolean() }).parse(workerData)
    );
}
