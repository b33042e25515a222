import { createLineWriter } from './lineWriter.ts';

interface Attempt {
    readonly text: string;
    /** How many bytes were written, or the code of an error. */
    answer(outcome: number | string): void;
}

function writerOnFile(): { readonly attempts: Attempt[]; readonly writer: ReturnType<typeof createLineWriter> } {
    const attempts: Attempt[] = [];
    const writer = createLineWriter(
        1,
        (dropped) => `${dropped} dropped\n`,
        (_, bytes, done) =>
            attempts.push({
                text: Buffer.from(bytes).toString(),
                answer: (outcome) =>
                    typeof outcome === 'number'
                        ? done(null, outcome)
                        : done(Object.assign(new Error(outcome), { code: outcome }), 0)
            })
    );
    return { attempts, writer };
}

test('lines that come while others are written follow them in one go', async () => {
    const { attempts, writer } = writerOnFile();
    ['1\n', '2\n', '3\n'].forEach((line) => writer.write(line));
    expect(attempts.map(({ text }) => text)).toEqual(['1\n']);
    const settled = writer.settled(60_000);
    attempts[0]?.answer(2);
    attempts[1]?.answer(4);
    expect(attempts.map(({ text }) => text)).toEqual(['1\n', '2\n3\n']);
    await expect(settled).resolves.toBe(true);
});

test('a full disk costs its lines, and the first that passes is followed by their number', () => {
    const { attempts, writer } = writerOnFile();
    ['1\n', '2\n', '3\n'].forEach((line) => writer.write(line));
    attempts[0]?.answer('ENOSPC');
    attempts[1]?.answer('ENOSPC');
    writer.write('4\n');
    attempts[2]?.answer(attempts[2].text.length);
    writer.write('5\n');
    expect(attempts.map(({ text }) => text)).toEqual(['1\n', '2\n3\n1 dropped\n', '4\n3 dropped\n', '5\n']);
});

test('a line that a full disk cut off stays alone', () => {
    const { attempts, writer } = writerOnFile();
    writer.write('first\n');
    attempts[0]?.answer(3);
    attempts[1]?.answer('ENOSPC');
    writer.write('second\n');
    expect(attempts.map(({ text }) => text)).toEqual(['first\n', 'st\n', '\nsecond\n1 dropped\n']);
});

test('a pipe that is full for a moment gets the line again', async () => {
    const { attempts, writer } = writerOnFile();
    writer.write('1\n');
    const settled = writer.settled(60_000);
    attempts[0]?.answer('EAGAIN');
    while (attempts.length < 2) {
        await new Promise((resolve) => setImmediate(resolve));
    }
    attempts[1]?.answer(2);
    await expect(settled).resolves.toBe(true);
    expect(attempts.map(({ text }) => text)).toEqual(['1\n', '1\n']);
});

test('a reader who leaves everything standing costs lines above a megabyte, and is not waited for', async () => {
    const { attempts, writer } = writerOnFile();
    const line = `${'x'.repeat(99_999)}\n`;
    Array.from({ length: 15 }).forEach(() => writer.write(line));
    await expect(writer.settled(0)).resolves.toBe(false);
    attempts[0]?.answer(line.length);
    expect(attempts[1]?.text).toBe(`${line.repeat(10)}4 dropped\n`);
});
