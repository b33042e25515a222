import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillOnce } from './fillOnce.ts';

let home: string;
let folder: string;
beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'fill-once-'));
    folder = join(home, 'cache', 'browser');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Fills in two steps; the second waits until `go` is called. */
function slowFill(text: string): { fill: (unfinished: string) => Promise<void>; go: () => void } {
    const gate = Promise.withResolvers<undefined>();
    return {
        fill: async (unfinished) => {
            writeFileSync(join(unfinished, 'first'), text);
            await gate.promise;
            writeFileSync(join(unfinished, 'second'), text);
        },
        go: () => gate.resolve(undefined)
    };
}

const contents = (): string[] => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));

test('two that ask at the same time get one complete folder, and nothing is left beside it', async () => {
    const one = slowFill('one');
    const other = slowFill('other');
    const both = [fillOnce(folder, one.fill), fillOnce(folder, other.fill)];
    expect(existsSync(folder)).toBe(false);
    other.go();
    await both[1];
    one.go();
    await both[0];
    expect(contents()).toEqual(['other', 'other']);
    expect(readdirSync(join(home, 'cache'))).toEqual(['browser']);
});

test('what is there already is not filled again', async () => {
    const first = slowFill('first');
    first.go();
    await fillOnce(folder, first.fill);
    await fillOnce(folder, () => Promise.reject(new Error('filled again')));
    expect(contents()).toEqual(['first', 'first']);
});

test('a fill that fails leaves nothing that looks finished, and the next one fills', async () => {
    await expect(fillOnce(folder, () => Promise.reject(new Error('no space left')))).rejects.toThrow('no space left');
    expect(existsSync(folder)).toBe(false);
    const next = slowFill('next');
    next.go();
    await fillOnce(folder, next.fill);
    expect(contents()).toEqual(['next', 'next']);
});
