import { whenSeenAgain } from '../whenSeenAgain.ts';

function turn(state: DocumentVisibilityState): void {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new CustomEvent('visibilitychange'));
}

it('looks when the page is seen again, not when it is left, and no more once it is gone', () => {
    const look = jest.fn();
    const stop = whenSeenAgain(look);

    turn('hidden');
    expect(look).not.toHaveBeenCalled();
    turn('visible');
    expect(look).toHaveBeenCalledTimes(1);
    stop();
    turn('visible');
    expect(look).toHaveBeenCalledTimes(1);
});
