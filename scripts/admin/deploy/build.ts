import { AdminError } from '../cli/command.ts';
import type { Desk } from '../cli/command.ts';

/** Compiles the components: an org takes JavaScript only. Throws AdminError with the compiler's words. */
export async function buildPackage({ run, terminal }: Desk): Promise<void> {
    terminal.note('Compiling the components ...');
    const { code, stdout, stderr } = await run('scripts/build/build.ts', []);
    if (code !== 0) {
        throw new AdminError(
            'The components do not compile. Nothing was sent.',
            `${stdout}${stderr}`.trim().split('\n')
        );
    }
}
