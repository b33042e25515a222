import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { listen } from '../../node/listen.ts';
import { readEnvironment } from './env.ts';
import { createOrg } from '../../local/org/org.ts';
import { seedOrg } from '../../sample/org/seedOrg.ts';

/** How often background flow paths are looked for. */
const SETTLE_MILLISECONDS = 1000;

async function start(): Promise<void> {
    const settings = readEnvironment(process.env);
    mkdirSync(dirname(settings.database), { recursive: true });
    const org = await createOrg({
        forceApp: settings.forceApp,
        database: settings.database,
        clock: () => new Date(),
        credentials: { ConVox: { url: settings.convoxUrl, parameters: { GatewayKey: settings.convoxKey } } },
        apiClients: settings.client ? [settings.client] : [],
        nullAssignment: settings.nullAssignment,
        log: ({ level, message }) => console.log(`${level}: ${message}`)
    });
    if (org.isNew) {
        seedOrg(org);
    }
    const server = await listen(org, { port: settings.port });
    const background = setInterval(() => void org.settle(), SETTLE_MILLISECONDS);
    console.log(`Local Salesforce org: ${server.url}`);
    const stop = async (): Promise<void> => {
        clearInterval(background);
        await server.close();
        await org.close();
    };
    process.once('SIGINT', () => void stop());
    process.once('SIGTERM', () => void stop());
}

try {
    await start();
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
