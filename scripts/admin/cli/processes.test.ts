import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProcessRunner } from './processes.ts';

function runner(script: string): ReturnType<typeof createProcessRunner> {
    const root = mkdtempSync(join(tmpdir(), 'run-'));
    writeFileSync(join(root, 'script.mjs'), script);
    return createProcessRunner({ root, environment: { ...process.env, WORD: 'hello' } });
}

test('a script’s output, code and lines come back', async () => {
    const lines: string[] = [];
    const run = runner(
        'console.log(process.env.WORD, process.argv[2]); process.stdout.write("no end"); console.error("oh"); process.exitCode = 3;'
    );
    const result = await run('script.mjs', ['world'], { onLine: (line) => lines.push(line) });
    expect(result).toEqual({ code: 3, stdout: 'hello world\nno end', stderr: 'oh\n' });
    expect(lines.toSorted()).toEqual(['hello world', 'no end', 'oh']);
});

test('a script that is not there ends with an error', async () => {
    const { code, stderr } = await runner('')('gone.mjs', []);
    expect(code).toBe(1);
    expect(stderr).toContain('gone.mjs');
});
