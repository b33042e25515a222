import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Fills a folder once, however many processes ask for it at the same time: each fills a folder of its own beside it, and
 * the first to finish gives its folder the name. A process that dies half-way leaves nothing that looks finished.
 */
export async function fillOnce(folder: string, fill: (unfinished: string) => Promise<void>): Promise<void> {
    if (existsSync(folder)) {
        return;
    }
    mkdirSync(dirname(folder), { recursive: true });
    const unfinished = mkdtempSync(`${folder}-unfinished-`);
    try {
        await fill(unfinished);
        renameSync(unfinished, folder);
    } catch (error) {
        rmSync(unfinished, { recursive: true, force: true });
        if (!existsSync(folder)) {
            throw error;
        }
    }
}
