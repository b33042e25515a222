import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openRefusedFile } from './refusedFile.ts';
import { openStateFile } from './stateFile.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'state-'));
const owner = (path: string): number => statSync(path).mode & 0o077;

test('a state is read as it was written, by its owner alone, until it is removed', () => {
    const file = openStateFile(join(folder(), 's.json'), z.object({ done: z.number() }));
    expect(file.read()).toBeUndefined();
    file.write({ done: 3 });
    file.write({ done: 4 });
    expect(file.read()).toEqual({ done: 4 });
    expect(process.platform === 'win32' ? 0 : owner(file.path)).toBe(0);
    expect(existsSync(`${file.path}.new`)).toBe(false);
    file.remove();
    expect(file.read()).toBeUndefined();
});

test.each(['{', '{"done":"many"}'])('a state file that holds %s is not gone on with', (text) => {
    const path = join(folder(), 's.json');
    writeFileSync(path, text);
    expect(() => openStateFile(path, z.object({ done: z.number() })).read()).toThrow('Delete it to begin anew');
});

test('refused rows come behind a header, for their owner alone, and rows behind a kept length are forgotten', () => {
    const path = join(folder(), 'r.csv');
    const file = openRefusedFile(path, ['Id', 'Reason'], 0);
    file.add([]);
    expect(existsSync(path)).toBe(false);
    file.add([['1', 'no, "never"']]);
    const kept = file.size();
    file.add([['2', 'no']]);
    expect(process.platform === 'win32' ? 0 : owner(path)).toBe(0);
    openRefusedFile(path, ['Id', 'Reason'], kept).add([['3', 'no']]);
    expect(readFileSync(path, 'utf8')).toBe('Id,Reason\n1,"no, ""never"""\n3,no\n');
    openRefusedFile(path, ['Id', 'Reason'], 0);
    expect(existsSync(path)).toBe(false);
});
