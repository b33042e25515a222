/** While something is expected of ConVox. Milliseconds. */
const EVERY = 5000;

/** Ten minutes: what has not come by then has to be looked for elsewhere. */
const MOST_LOOKS = 120;

/** Each of these asks the gateway, too: half a minute lies between, since it takes a callout. */
const LOOKS_TO_THE_GATEWAY = 6;

/** Looks again and again for what has not arrived yet. */
export interface Lookout {
    /** Begins to count anew. */
    again(): void;
    stop(): void;
}

/** Looks as long as somebody sees the page and something is waited for; `giveUp` is told once when nothing came. */
export function lookAgain(isWaiting: () => boolean, look: (asksGateway: boolean) => void, giveUp: () => void): Lookout {
    let looks = 0;
    const timer = setInterval(() => {
        if (document.visibilityState !== 'visible' || !isWaiting() || looks > MOST_LOOKS) {
            return;
        }
        looks += 1;
        if (looks > MOST_LOOKS) {
            giveUp();
        } else {
            look(looks % LOOKS_TO_THE_GATEWAY === 0);
        }
    }, EVERY);
    return {
        again: () => {
            looks = 0;
        },
        stop: () => clearInterval(timer)
    };
}
