import type { OrgAnswer } from '../org/orgRequest.ts';
import { LiveQueries } from './liveQuery.ts';

function answer(content: unknown): OrgAnswer {
    return { ok: true, content };
}

/** A question whose answers are given by hand, in the order in which it was asked. */
function question() {
    const waiting: ((content: unknown) => void)[] = [];
    const ask = jest.fn(() => new Promise<OrgAnswer>((resolve) => waiting.push((content) => resolve(answer(content)))));
    const reply = async (index: number, content: unknown): Promise<void> => {
        waiting[index]?.(content);
        await Promise.resolve();
        await Promise.resolve();
    };
    return { ask, reply };
}

let now: number;
let queries: LiveQueries;

beforeEach(() => {
    now = 0;
    queries = new LiveQueries(() => now);
});

test('everyone who asks the same shares one request', async () => {
    const { ask, reply } = question();
    const [first, second] = [jest.fn(), jest.fn()];
    queries.listen('key', ask, first);
    queries.listen('key', ask, second);
    await reply(0, 'data');
    expect(ask).toHaveBeenCalledTimes(1);
    expect(first).toHaveBeenCalledWith(answer('data'));
    expect(second).toHaveBeenCalledWith(answer('data'));
});

test.each([
    ['a fresh answer is given again without asking', 29_999, 1],
    ['an answer of 30 seconds ago is asked for again', 30_000, 2]
])('%s', async (_name, later, requests) => {
    const { ask, reply } = question();
    queries.listen('key', ask, jest.fn())();
    await reply(0, 'data');
    now = later;
    queries.listen('key', ask, jest.fn());
    expect(ask).toHaveBeenCalledTimes(requests);
});

test('a refresh asks again, and everyone who still listens hears the new answer', async () => {
    const { ask, reply } = question();
    const [staying, gone] = [jest.fn(), jest.fn()];
    queries.listen('key', ask, staying);
    const stop = queries.listen('key', ask, gone);
    await reply(0, 'old');
    stop();
    const refreshed = queries.refresh((key) => key === 'key');
    await reply(1, 'new');
    await refreshed;
    expect(staying).toHaveBeenLastCalledWith(answer('new'));
    expect(gone).toHaveBeenCalledTimes(1);
});

test('an answer that was on its way when the record changed is not shown', async () => {
    const { ask, reply } = question();
    const listener = jest.fn();
    queries.listen('key', ask, listener);
    const refreshed = queries.refresh(() => true);
    await reply(1, 'new');
    await reply(0, 'old');
    await refreshed;
    expect(listener.mock.calls).toEqual([[answer('new')]]);
});

test('a refused request is asked again by the next one who listens', async () => {
    const refused: OrgAnswer = {
        ok: false,
        status: 404,
        statusText: 'Not Found',
        body: [],
        headers: {},
        errorType: 'fetchResponse'
    };
    const ask = jest.fn(() => Promise.resolve(refused));
    queries.listen('key', ask, jest.fn());
    await Promise.resolve();
    await Promise.resolve();
    queries.listen('key', ask, jest.fn());
    expect(ask).toHaveBeenCalledTimes(2);
});
