import { listen } from '../http/listen.ts';
import { createGateway } from './app.ts';
import { readEnvironment } from './env.ts';

try {
    const environment = readEnvironment(process.env);
    const server = await listen(createGateway(environment), environment);
    process.stdout.write(`ConVox gateway listens on ${server.url}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => void server.close());
    }
} catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
}
