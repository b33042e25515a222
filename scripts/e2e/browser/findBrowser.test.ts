import { findInstalledBrowser } from './findBrowser.ts';
import type { Machine } from './findBrowser.ts';

function machine(platform: NodeJS.Platform, environment: Machine['environment'], files: readonly string[]): Machine {
    return { platform, arch: 'x64', environment, exists: (path) => files.includes(path) };
}

test.each<[string, Machine, string | undefined]>([
    [
        'the one that CHROME_PATH names comes first',
        machine('linux', { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' }, ['/opt/chrome', '/usr/bin/chromium']),
        '/opt/chrome'
    ],
    [
        'a Debian Chromium is found on the PATH',
        machine('linux', { PATH: '/bin:/usr/bin' }, ['/usr/bin/chromium']),
        '/usr/bin/chromium'
    ],
    [
        'a headless shell is preferred to one with windows, which needs more',
        machine('linux', { PATH: '/usr/bin' }, ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']),
        '/usr/bin/chromium-headless-shell'
    ],
    [
        'Chrome is preferred to Chromium',
        machine('linux', { PATH: '/usr/bin' }, ['/usr/bin/chromium', '/usr/bin/google-chrome']),
        '/usr/bin/google-chrome'
    ],
    [
        'an application is found on macOS',
        machine('darwin', {}, ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']),
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    ],
    [
        'Edge is found on Windows',
        machine('win32', { PROGRAMFILES: '/p' }, ['/p/Microsoft/Edge/Application/msedge.exe']),
        '/p/Microsoft/Edge/Application/msedge.exe'
    ],
    ['a machine without a browser has none', machine('linux', { PATH: '/usr/bin' }, []), undefined]
])('%s', (_name, given, executable) => {
    expect(findInstalledBrowser(given)?.executable).toBe(executable);
});

test.each([
    ['/usr/bin/chromium-headless-shell', true],
    ['/home/asha/headless_shell/headless_shell', true],
    ['/opt/headless-shell/chromium', false],
    ['/usr/bin/chromium', false]
])('%s is a headless shell: %s', (executable, isHeadlessShell) => {
    const given = machine('linux', { CHROME_PATH: executable }, [executable]);
    expect(findInstalledBrowser(given)).toEqual({ executable, from: 'CHROME_PATH', isHeadlessShell });
});

test('a CHROME_PATH that does not exist is refused by name', () => {
    expect(() => findInstalledBrowser(machine('linux', { CHROME_PATH: '/gone' }, []))).toThrow('/gone');
});
