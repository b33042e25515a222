import { pauseForCall } from '../pauseForCall.ts';

test.each([
    ['a call that has come', { change: 'saved' }, 1],
    ['a call that was linked', { change: 'linked' }, 0],
    ['nothing that is known', undefined, 0]
])('recordings stop for %s as often: %#', (_what, message, times) => {
    const pause = jest.fn();
    pauseForCall(message, [{ pause }, {}]);
    expect(pause).toHaveBeenCalledTimes(times);
});
