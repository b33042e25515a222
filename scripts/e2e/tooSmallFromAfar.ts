import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';

/** What the function below finds in the page. */
interface Part {
    readonly shadowRoot?: Part | null;
    readonly parentElement: Element | null;
    readonly nodeType: number;
    readonly textContent: string | null;
    readonly childNodes: Iterable<Part>;
}
interface Element {
    getBoundingClientRect(): { readonly width: number };
    closest(selector: string): { readonly className: string } | null;
}
interface Pen {
    font: string;
    measureText(text: string): { readonly actualBoundingBoxAscent: number };
}
declare const document: {
    createElement(name: 'canvas'): { getContext(kind: '2d'): Pen | null };
};
declare const getComputedStyle: (
    element: unknown
) => Readonly<Record<'fontStyle' | 'fontWeight' | 'fontSize' | 'fontFamily', string>>;

interface SizedText {
    readonly text: string;
    /** Of a capital letter, in pixels of the page. */
    readonly height: number;
    readonly className: string;
}

/** How high the capital letters of each visible text are; what is only read out is left aside. */
function capitalHeights(root: Locator): Promise<SizedText[]> {
    return root.evaluate((top: Part) => {
        const pen = document.createElement('canvas').getContext('2d');
        const found: { text: string; height: number; className: string }[] = [];
        const TEXT = 3;
        const measure = (text: string, owner: Element): void => {
            const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(owner);
            if (text !== '' && pen && owner.getBoundingClientRect().width > 1) {
                pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
                const height = pen.measureText('H').actualBoundingBoxAscent;
                found.push({ text, height, className: owner.closest('[class]')?.className ?? '' });
            }
        };
        const visit = (part: Part): void => {
            if (part.nodeType === TEXT && part.parentElement) {
                measure((part.textContent ?? '').trim(), part.parentElement);
            }
            [part.shadowRoot, ...part.childNodes].forEach((inner) => inner && visit(inner));
        };
        visit(top);
        return found;
    });
}

const DISTANCE = 5000;
const DIAGONAL = 55 * 25.4;

/**
 * What a board of 55 inches shows too small for who stands five metres away: the capitals of figures are to be a 200th of
 * the distance, those of everything else a 300th.
 * @param size of the page, in pixels
 * @param button what it says is for who stands before it
 */
export async function tooSmallFromAfar(
    board: Locator,
    { width, height }: { readonly width: number; readonly height: number },
    button: string
): Promise<string[]> {
    const texts = await capitalHeights(board);
    assert.ok(texts.length > 40, 'figures and tables are measured');
    return texts
        .filter(({ text }) => text !== button)
        .map((one) => ({ ...one, millimetres: (one.height * DIAGONAL) / Math.hypot(width, height) }))
        .filter(({ className, millimetres }) => millimetres < DISTANCE / (/\bvalue\b/.test(className) ? 200 : 300))
        .map(({ text, millimetres }) => `${text}: ${millimetres.toFixed(1)} mm`);
}
