/** While something is expected of ConVox. Milliseconds. */
const EVERY = 5000;

/** Looks again and again for what has not arrived yet, as long as somebody sees the page. @returns stops it */
export function lookAgain(isWaiting: () => boolean, look: () => void): () => void {
    const timer = setInterval(() => {
        if (document.visibilityState === 'visible' && isWaiting()) {
            look();
        }
    }, EVERY);
    return () => clearInterval(timer);
}
