import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { packagesFolder } from '../../local/console/build/projectPaths.ts';
import { fillOnce } from './fillOnce.ts';

export interface FoundBrowser {
    readonly executable: string;
    /** Where it came from, in words. */
    readonly from: string;
    /** A Chromium that has no windows: it needs less, and draws every tab as if it were in front. */
    readonly isHeadlessShell: boolean;
}

/** What the search looks at; a test gives its own machine. */
export interface Machine {
    readonly platform: NodeJS.Platform;
    readonly arch: string;
    readonly environment: Readonly<Record<string, string | undefined>>;
    exists(path: string): boolean;
}

const LINUX_SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];

const LINUX_NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

/** Installed headless shells, Chrome, Chromium or Edge, in the order in which they are tried. */
function installedPlaces({ platform, environment }: Machine): string[] {
    if (platform === 'darwin') {
        return MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
    }
    if (platform === 'win32') {
        const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
            (name) => environment[name] ?? []
        );
        return folders.flatMap((folder) => [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe')
        ]);
    }
    const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
    return [...LINUX_SHELLS, ...LINUX_NAMES].flatMap((name) => folders.map((folder) => join(folder, name)));
}

function named(executable: string, from: string): FoundBrowser {
    return { executable, from, isHeadlessShell: /headless[-_]shell/.test(basename(executable)) };
}

/** Finds a browser that somebody put on this machine; undefined when there is none. */
export function findInstalledBrowser(machine: Machine): FoundBrowser | undefined {
    const chosen = machine.environment['CHROME_PATH'];
    if (chosen) {
        if (!machine.exists(chosen)) {
            throw new Error(`CHROME_PATH names ${chosen}, which does not exist`);
        }
        return named(chosen, 'CHROME_PATH');
    }
    const executable = installedPlaces(machine).find((place) => machine.exists(place));
    return executable === undefined ? undefined : named(executable, 'installed');
}

function downloadedByPlaywright(): FoundBrowser | undefined {
    const executable = chromium.executablePath();
    return executable && existsSync(executable) ? named(executable, "Playwright's own") : undefined;
}

/** The libraries that the npm-shipped browser needs are part of most systems, but not of a bare one. */
function hasNetworkSecurityServices(): boolean {
    try {
        return /libnss3\.so/.test(execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }));
    } catch {
        return false;
    }
}

async function shippedWithNpm({ platform, arch }: Machine): Promise<FoundBrowser | undefined> {
    if (platform !== 'linux' || arch !== 'x64') {
        return undefined;
    }
    const folder = join(packagesFolder, '.cache', 'chromium');
    if (!hasNetworkSecurityServices()) {
        // On AWS Lambda it brings its own copies of the missing libraries along.
        process.env['AWS_EXECUTION_ENV'] = `AWS_Lambda_nodejs${process.versions.node.split('.')[0]}.x`;
    }
    try {
        await fillOnce(folder, unpackInto);
        // The package looks for what it unpacked in the temporary folder.
        process.env['TMPDIR'] = folder;
        const { default: shipped } = await import('@sparticuz/chromium');
        return { executable: await shipped.executablePath(), from: '@sparticuz/chromium', isHeadlessShell: true };
    } catch {
        return undefined;
    }
}

/** In a process of its own: the package derives library paths from the temporary folder when it is loaded. */
async function unpackInto(folder: string): Promise<void> {
    const unpack = "import('@sparticuz/chromium').then((shipped) => shipped.default.executablePath())";
    const environment = { ...process.env, TMPDIR: folder };
    await promisify(execFile)(process.execPath, ['-e', unpack], { cwd: packagesFolder, env: environment });
}

/** Finds a Chromium to test with. Rejects with what can be done when there is none. */
export async function findBrowser(): Promise<FoundBrowser> {
    const { platform, arch, env: environment } = process;
    const machine = { platform, arch, environment, exists: existsSync };
    const found = findInstalledBrowser(machine) ?? downloadedByPlaywright() ?? (await shippedWithNpm(machine));
    if (!found) {
        throw new Error(
            'No Chromium was found for the browser tests. Install Google Chrome or Chromium (Debian: apt install chromium-headless-shell), ' +
                'or run "npx playwright install chromium", or set CHROME_PATH to an executable.'
        );
    }
    return found;
}
