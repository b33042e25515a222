/**
 * Calls `look` whenever the page is seen again: what is mended in Setup is mended in a tab of its own.
 * @returns what ends it
 */
export function whenSeenAgain(look: () => void): () => void {
    const handle = (): void => {
        if (document.visibilityState === 'visible') {
            look();
        }
    };
    document.addEventListener('visibilitychange', handle);
    return () => document.removeEventListener('visibilitychange', handle);
}
