import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what a benchmark measures beside us, without its scripts, below `.local/bench/<name>`, once: nobody else needs
 * it. Returns that folder, which holds `node_modules`. Throws when npm cannot fetch it.
 */
export function installComparators(root: string, name: string, packages: readonly string[]): string {
    const home = join(root, '.local', 'bench', name);
    const marker = join(home, `installed-${packages.join('+').replaceAll('/', '_')}`);
    if (existsSync(marker)) {
        return home;
    }
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = spawnSync(
        process.platform === 'win32' ? 'npm.cmd' : 'npm',
        ['install', '--prefix', home, ...flags, ...packages],
        { encoding: 'utf8', shell: process.platform === 'win32' }
    );
    if (npm.status !== 0) {
        throw new Error(`npm could not fetch ${packages.join(' and ')} to measure beside:\n${npm.stderr}`);
    }
    writeFileSync(marker, '');
    return home;
}
