import { listen } from '../node/listen.ts';
import { createConvox } from './app.ts';
import { readEnvironment } from './env.ts';

try {
    const { options, ...address } = readEnvironment(process.env);
    const convox = createConvox(options);
    const server = await listen(convox.app, address);
    process.stdout.write(`Simulated ConVox server: ${server.url}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => {
            convox.close();
            void server.close();
        });
    }
} catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
}
