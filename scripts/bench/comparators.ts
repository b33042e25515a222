import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the benchmarks measure beside us. Fetched when a benchmark runs, so that nobody else installs it. */
const COMPARATORS = ['scv-connector-base@4.8.10', 'amazon-connect-streams@2.28.2'];

/**
 * Installs the comparators below `.local/bench` once, without their scripts, and returns that folder's `node_modules`.
 * Throws when npm cannot fetch them.
 */
export function installComparators(root: string): string {
    const home = join(root, '.local', 'bench');
    const marker = join(home, COMPARATORS.join('+').replaceAll('/', '_'));
    if (!existsSync(marker)) {
        mkdirSync(home, { recursive: true });
        writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
        const npm = spawnSync(
            process.platform === 'win32' ? 'npm.cmd' : 'npm',
            [
                'install',
                '--prefix',
                home,
                '--ignore-scripts',
                '--no-audit',
                '--no-fund',
                '--loglevel=error',
                ...COMPARATORS
            ],
            { encoding: 'utf8', shell: process.platform === 'win32' }
        );
        if (npm.status !== 0) {
            throw new Error(`npm could not fetch ${COMPARATORS.join(' and ')} to measure beside:\n${npm.stderr}`);
        }
        writeFileSync(marker, '');
    }
    return join(home, 'node_modules');
}
