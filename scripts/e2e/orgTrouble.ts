import type { Page, Route } from '@playwright/test';
import { eventuallyEqual } from './expect.ts';

export const refuse = (route: Route): Promise<void> =>
    route.fulfill({ status: 500, json: [{ message: 'Server error' }] });

/** Requests of this kind get no answer, or a bad one, until what is returned is called. */
export async function trouble(page: Page, path: RegExp, isHit: (body: string) => boolean, answer = refuse) {
    const handler = async (route: Route): Promise<void> =>
        isHit(route.request().postData() ?? '') ? answer(route) : route.fallback();
    await page.route(path, handler);
    return () => page.unroute(path, handler);
}

/** Lets the page's minutes pass until it is so: what is on its way has yet to fail before it is tried once more. */
export async function minutesLater(page: Page, read: () => unknown, expected: unknown): Promise<void> {
    await eventuallyEqual(async () => {
        await page.clock.fastForward(60_000);
        return read();
    }, expected);
}
