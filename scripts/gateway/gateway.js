/**
 * The `gateway` command on whatever Node it is started with: one that is too old for the program gets a sentence instead of
 * a stack trace. Plain JavaScript for Node 18 and later.
 */
const OLDEST = 24;

const { node } = process.versions;
if (Number.parseInt(node, 10) < OLDEST) {
    console.error(`The gateway needs Node ${OLDEST} or newer; ${process.execPath} is Node ${node}.`);
    process.exitCode = 1;
} else {
    await import('./gateway.ts');
}
