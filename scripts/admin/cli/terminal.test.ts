import { createTerminal } from './terminal.ts';

function streams(isTTY: boolean) {
    const written = { results: '', messages: '' };
    const stream = (name: 'results' | 'messages') => ({
        isTTY,
        columns: 20,
        write: (text: string) => {
            written[name] += text;
        }
    });
    return { written, terminal: createTerminal(stream('results'), stream('messages')) };
}

test('a terminal replaces progress by what comes next, and cuts it to its width', () => {
    const { written, terminal } = streams(true);
    terminal.progress('half way through a long line');
    terminal.progress('done');
    terminal.print('result');
    expect(written).toEqual({ results: 'result\n', messages: 'half way through a \r\u001b[2Kdone\r\u001b[2K' });
});

test('a file gets ordinary lines, results apart from everything else', () => {
    const { written, terminal } = streams(false);
    terminal.note('begun');
    terminal.progress('half way');
    terminal.print('result');
    expect(written).toEqual({ results: 'result\n', messages: 'begun\nhalf way\n' });
});
