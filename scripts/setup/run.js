/**
 * Runs a project command with everything it needs, on a machine that may only have an old Node and npm:
 * dependencies are installed when package-lock.json changed, and Node 24 is taken from npm when this one is too old.
 * Plain JavaScript for Node 18 and later, no dependencies.
 *
 * Usage: node scripts/setup/run.js <script.ts | installed command or package> [arguments]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_VERSION = '24.21.0';
const OLDEST_MINOR_BY_MAJOR = { 22: 18, 23: 6 };

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const local = join(root, '.local');
const windows = process.platform === 'win32';

/** Whether that Node runs TypeScript by itself. */
function isUsable(version) {
    const [major, minor] = version.split('.').map(Number);
    return minor >= (OLDEST_MINOR_BY_MAJOR[major] ?? (major > 23 ? 0 : Infinity));
}

function fail(message) {
    console.error(`\n${message}`);
    process.exit(1);
}

/** Shows npm's output only when it fails: a set-up that works is one quiet line. */
function npm(args, purpose, environment = process.env) {
    // Not on standard output, where some commands print one document for other programs.
    console.error(`Setting up: ${purpose} ...`);
    const started = Date.now();
    const cli = process.env.npm_execpath;
    const [command, first] = cli && /\.c?js$/.test(cli) ? [process.execPath, [cli]] : [windows ? 'npm.cmd' : 'npm', []];
    const result = spawnSync(command, [...first, ...args], {
        cwd: root,
        env: { ...environment, HUSKY: environment.HUSKY ?? (existsSync(join(root, '.git')) ? '1' : '0') },
        encoding: 'utf8',
        shell: windows && first.length === 0
    });
    if (result.status !== 0) {
        fail(
            `npm ${args.join(' ')} failed while setting up (${purpose}).\n${result.stdout ?? ''}${result.stderr ?? ''}` +
                `${result.error ? result.error.message : ''}\nCheck the network and the npm registry settings, then run the command again.`
        );
    }
    console.error(`Setting up: ${purpose}, done in ${Math.round((Date.now() - started) / 1000)} s`);
}

function nodeBinary() {
    if (isUsable(process.versions.node)) {
        return process.execPath;
    }
    const home = join(local, 'node');
    const binary = join(home, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
    const marker = join(home, 'version');
    if (!existsSync(binary) || !existsSync(marker) || readFileSync(marker, 'utf8') !== NODE_VERSION) {
        rmSync(home, { recursive: true, force: true });
        mkdirSync(home, { recursive: true });
        writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
        npm(
            ['install', '--prefix', home, '--no-audit', '--no-fund', '--loglevel=error', `node@${NODE_VERSION}`],
            `Node ${NODE_VERSION} (this is ${process.versions.node})`
        );
        writeFileSync(marker, NODE_VERSION);
    }
    return binary;
}

function installDependencies(environment) {
    const lock = createHash('sha256')
        .update(readFileSync(join(root, 'package-lock.json')))
        .digest('hex');
    const marker = join(root, 'node_modules', '.installed-from');
    if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) {
        return;
    }
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'dependencies (about a minute)', environment);
    writeFileSync(marker, lock);
}

const [target, ...args] = process.argv.slice(2);
if (!target) {
    fail('Usage: node scripts/setup/run.js <script.ts | installed command> [arguments]');
}
const node = nodeBinary();
const environment = {
    ...process.env,
    PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    // Some parts of the CLI read the one name, some the other.
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    // node:sqlite still prints an experimental warning that says nothing to the people who run these commands.
    NODE_OPTIONS: [process.env.NODE_OPTIONS, '--disable-warning=ExperimentalWarning'].filter(Boolean).join(' ')
};
installDependencies(environment);

/** The script behind an installed command or package, so that it runs on this Node and on every system alike. */
function commandScript(name) {
    const folder = join(root, 'node_modules', name);
    if (!existsSync(folder)) {
        fail(`There is no command called ${name} in this project.`);
    }
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return join(folder, typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]));
}

const script = target.endsWith('.ts') ? join(root, target) : commandScript(target);
const run = spawnSync(node, [script, ...args], { cwd: root, env: environment, stdio: 'inherit' });
if (run.error) {
    fail(`${target} could not be started: ${run.error.message}`);
}
process.exit(run.status ?? 1);
