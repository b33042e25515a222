/** Addresses of modules that could not be fetched, by name. */
const missing = new Map<string, string>();

/**
 * Imports a module when it is asked for. A browser may keep in mind that a module could not be fetched, and never ask for that
 * address again (whatwg/html#6768; Chromium 153 does); an org's loader asks again.
 * @throws what the browser says when it does not come
 */
export async function importLate<T>(name: string, load?: () => Promise<T>): Promise<T | undefined> {
    const address = missing.get(name);
    try {
        const loaded: Promise<T> | undefined = address ? import(`${address}?at=${Date.now()}`) : load?.();
        return await loaded;
    } catch (error) {
        const [unfetched] = /https?:[^\s?]+/.exec(String(error)) ?? [];
        if (unfetched) {
            missing.set(name, unfetched);
        }
        throw error;
    }
}
