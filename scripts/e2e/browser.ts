import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { findBrowser } from './browser/findBrowser.ts';

/** A user without root rights is protected by Chromium's sandbox; root and most CI machines cannot have it. */
function withoutSandbox(): boolean {
    return process.env['CI'] !== undefined || process.getuid?.() === 0;
}

/** How a browser is started for tests, whoever starts it. */
export function launchArguments(): string[] {
    return [
        ...(withoutSandbox() ? ['--no-sandbox'] : []),
        '--disable-gpu',
        // Tabs of one site share a process, as in a browser with many of them: the second one finds the first one's code compiled.
        '--process-per-site',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
    ];
}

export interface LaunchedBrowser {
    readonly browser: Browser;
    /** Whether it draws a tab that is not in front as often as one that is. */
    readonly drawsEveryTab: boolean;
}

/** Starts the browser that this machine has, without a window. */
export async function launchBrowser(): Promise<LaunchedBrowser> {
    const { executable, isHeadlessShell } = await findBrowser();
    const browser = await chromium.launch({
        executablePath: executable,
        headless: true,
        args: launchArguments()
    });
    return { browser, drawsEveryTab: isHeadlessShell };
}
