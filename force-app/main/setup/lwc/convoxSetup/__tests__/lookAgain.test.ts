import { lookAgain } from '../lookAgain.ts';

const MINUTE = 60_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const start = (isWaiting: () => boolean) => {
    const [look, giveUp] = [jest.fn(), jest.fn()];
    return { look, giveUp, lookout: lookAgain(isWaiting, look, giveUp) };
};

it('looks while something is waited for, and no longer', () => {
    let isWaiting = true;
    const { look, lookout } = start(() => isWaiting);

    jest.advanceTimersByTime(MINUTE);
    expect(look).toHaveBeenCalledTimes(12);
    isWaiting = false;
    jest.advanceTimersByTime(MINUTE);
    expect(look).toHaveBeenCalledTimes(12);
    lookout.stop();
});

it('asks the gateway, too, every half minute, and half a minute after it was told to begin anew', () => {
    const { look, lookout } = start(() => true);
    const asked = () => look.mock.calls.filter(([asksGateway]) => asksGateway === true).length;

    jest.advanceTimersByTime(MINUTE + MINUTE / 4);
    expect(asked()).toBe(2);
    lookout.again();
    jest.advanceTimersByTime(MINUTE / 4);
    expect(asked()).toBe(2);
    jest.advanceTimersByTime(MINUTE / 4);
    expect(asked()).toBe(3);
    lookout.stop();
});

it('gives up after ten minutes, says so once, and begins anew when it is told to', () => {
    const { look, giveUp, lookout } = start(() => true);

    jest.advanceTimersByTime(60 * MINUTE);
    expect([look.mock.calls.length, giveUp.mock.calls.length]).toEqual([120, 1]);
    lookout.again();
    jest.advanceTimersByTime(MINUTE);
    expect(look).toHaveBeenCalledTimes(132);
    lookout.stop();
    jest.advanceTimersByTime(MINUTE);
    expect(look).toHaveBeenCalledTimes(132);
});
