import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
// As the Salesforce CLI converts and deploys: `sf project convert source`.
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { parse, string } from 'zod/mini';
import { packageParts, partFolders } from '../../metadata/packageParts.ts';
import type { Conversion } from './convertPackage.ts';

async function convert(root: string): Promise<Conversion> {
    const parts = packageParts.filter(({ folder, isByName }) => !isByName || existsSync(join(root, folder)));
    const outputDirectory = mkdtempSync(join(tmpdir(), 'converted-'));
    try {
        const set = ComponentSet.fromSource(partFolders(root, parts));
        await new MetadataConverter().convert(set, 'metadata', {
            type: 'directory',
            outputDirectory,
            genUniqueDir: false
        });
        const paths = globSync('**/*.*', { cwd: outputDirectory }).map((path) => path.replaceAll('\\', '/'));
        return { files: new Map(paths.map((path) => [path, readFileSync(join(outputDirectory, path), 'utf8')])) };
    } catch (error) {
        return { problem: error instanceof Error ? error.message : String(error) };
    } finally {
        rmSync(outputDirectory, { recursive: true, force: true });
    }
}

parentPort?.postMessage(await convert(parse(string(), workerData)));
