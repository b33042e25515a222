import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import { openConnection } from '../../admin/org/signIn.ts';
import { root } from '../../admin/root.ts';

/** The local org in a process of its own, and an administrator's connection to it. */
export async function startLocalOrg(database: string): Promise<{ connection: Connection; stop: () => Promise<void> }> {
    const secret = randomBytes(24).toString('base64url');
    const child = spawn(process.execPath, [join(root, 'scripts/bench/admin/server.ts')], {
        env: {
            ...process.env,
            ORG_PORT: '0',
            ORG_DATABASE: database,
            ORG_CLIENT_ID: 'bench',
            ORG_CLIENT_SECRET: secret,
            ORG_CLIENT_USERNAME: 'admin'
        },
        stdio: ['ignore', 'pipe', 'inherit']
    });
    const url = await new Promise<string>((resolve, reject) => {
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
            const found = /http:\S+/.exec(text)?.[0];
            if (found !== undefined) {
                resolve(found);
            }
        });
        child.once('exit', () => reject(new Error('The local org did not start')));
    });
    const connection = await openConnection(undefined, {
        ORG_LOGIN_URL: url,
        ORG_CLIENT_ID: 'bench',
        ORG_CLIENT_SECRET: secret
    });
    return {
        connection,
        stop: async () => {
            const gone = once(child, 'exit');
            child.kill('SIGTERM');
            await gone;
        }
    };
}
