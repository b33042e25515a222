import { listen } from '../http/listen.ts';
import { createConvox } from './app.ts';
import { readEnvironment } from './env.ts';

try {
    const { options, ...address } = readEnvironment(process.env);
    const convox = createConvox(options);
    const { url, close } = await listen(convox.app, address);
    process.stdout.write(`Simulated ConVox server: ${url}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => {
            convox.close();
            void close();
        });
    }
} catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
}
