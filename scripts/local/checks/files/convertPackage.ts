import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { custom, parse } from 'zod/mini';

/** The package as it goes up to an org: text by path, `package.xml` among them; or why it cannot be made. */
export type Conversion = { readonly files: ReadonlyMap<string, string> } | { readonly problem: string };

const Answer = custom<Conversion>(
    (value) => typeof value === 'object' && value !== null && ('files' in value || 'problem' in value)
);

/**
 * Converts all parts of the product with the Salesforce CLI's own library, in a thread of its own: loading it alone takes a
 * second.
 * @param root folder of a project, with sfdx-project.json and .forceignore
 */
export async function convertPackage(root: string): Promise<Conversion> {
    const worker = new Worker(join(import.meta.dirname, 'conversionWorker.ts'), {
        workerData: root,
        env: { ...process.env, SF_DISABLE_LOG_FILE: 'true', SF_DISABLE_TELEMETRY: 'true' }
    });
    const answers: unknown[] = await once(worker, 'message');
    await worker.terminate();
    return parse(Answer, answers[0]);
}
