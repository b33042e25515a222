import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lock = z
    .object({
        packages: z.record(
            z.string(),
            z.object({
                license: z.string().optional(),
                dev: z.boolean().default(false),
                optional: z.boolean().default(false)
            })
        )
    })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'package-lock.json'), 'utf8')));
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

test('everything that the gateway installs is under a licence that docs/security.md names', () => {
    const installed = packages.filter(([, { dev, optional }]) => !dev && !optional);
    expect([...new Set(installed.map(([, { license }]) => license))].toSorted()).toEqual(['Apache-2.0', 'ISC', 'MIT']);
});

test('packages under terms of their own are for development only', () => {
    const own = packages.filter(([, { license = 'none' }]) => license.startsWith('SEE LICENSE'));
    expect(own.map(([path]) => path)).toContain('node_modules/@locker/sandbox');
    expect(own.filter(([, { dev }]) => !dev)).toEqual([]);
});
