/** Runs files of browser tests, given as arguments, in one process: what they have in common is loaded once. */
import { pathToFileURL } from 'node:url';

for (const file of process.argv.slice(2)) {
    await import(pathToFileURL(file).href);
}
