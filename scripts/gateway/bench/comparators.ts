import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Measured beside the gateway. Fetched when the benchmark runs, so that nobody else installs it. */
const COMPARATOR = 'pg-boss@12.38.0';

/**
 * Installs the comparator below `.local/bench/gateway` once, without its scripts, and returns that folder.
 * Throws when npm cannot fetch it.
 */
export function installComparator(root: string): string {
    const home = join(root, '.local', 'bench', 'gateway');
    const marker = join(home, COMPARATOR);
    if (!existsSync(marker)) {
        mkdirSync(home, { recursive: true });
        writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
        const npm = spawnSync(
            'npm',
            [
                'install',
                '--prefix',
                home,
                '--ignore-scripts',
                '--no-audit',
                '--no-fund',
                '--loglevel=error',
                COMPARATOR
            ],
            { encoding: 'utf8' }
        );
        if (npm.status !== 0) {
            throw new Error(`npm could not fetch ${COMPARATOR} to measure beside:\n${npm.stderr}`);
        }
        writeFileSync(marker, '');
    }
    return home;
}
