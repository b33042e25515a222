import type { Locator } from '@playwright/test';

/** What the function below finds in the page. */
interface Box {
    readonly clientHeight: number;
    readonly clientWidth: number;
    readonly scrollHeight: number;
    readonly scrollWidth: number;
    readonly innerText?: string;
}
declare const getComputedStyle: (element: unknown) => { readonly overflowX: string; readonly overflowY: string };

/** Texts that a part of the page shows in part only: what hides its overflow and holds more than fits. */
export async function cutOffTexts(part: Locator): Promise<string[]> {
    return part.locator('*').evaluateAll((elements) => {
        // Rounding; and what is hidden from sight for a screen reader's sake is one pixel wide.
        const tolerance = 1;
        return elements
            .map((element: Box) => ({ element, style: getComputedStyle(element) }))
            .filter(({ element }) => element.clientWidth > tolerance && element.clientHeight > tolerance)
            .filter(
                ({ element, style }) =>
                    (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + tolerance) ||
                    (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + tolerance)
            )
            .map(({ element }) => element.innerText?.trim() ?? '')
            .filter((text) => text !== '');
    });
}
