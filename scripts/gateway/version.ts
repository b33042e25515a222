import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const packageFile = z.object({ version: z.string() });

/** The version of the repository that the gateway is part of, from its package.json. */
export function gatewayVersion(): string {
    const file = join(import.meta.dirname, '..', '..', 'package.json');
    return packageFile.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
