import type { LabelTexts } from '../../metadata/labels.ts';
import { labelText } from '../../metadata/labels.ts';
import type { PagePart } from './parsePage.ts';
import { renderPage } from './renderPage.ts';

export interface VisualforceOptions {
    readonly pages: ReadonlyMap<string, readonly PagePart[]>;
    readonly labels: ReadonlyMap<string, LabelTexts>;
}

/** Who asks for a page. */
export interface PageVisitor {
    /** As Salesforce spells it: `en_US`, `hi`. */
    readonly language: string;
    readonly mayOpenPage: (name: string) => boolean;
}

export interface Visualforce {
    /** Answers GET and POST of `/apex/<page>` as the platform's Visualforce host does. */
    answer(request: Request, visitor: PageVisitor): Promise<Response>;
}

const PATH = /^\/apex\/(\w+)$/;
const FORM = 'application/x-www-form-urlencoded';

/** Serves the package's Visualforce pages. A page finds a posted form's values among its parameters. */
export function createVisualforce({ pages, labels }: VisualforceOptions): Visualforce {
    const names = new Map([...pages.keys()].map((name) => [name.toLowerCase(), name]));
    return {
        async answer(request, visitor) {
            const asked = PATH.exec(new URL(request.url).pathname)?.[1] ?? '';
            const name = names.get(asked.toLowerCase());
            const parts = name === undefined ? undefined : pages.get(name);
            if (name === undefined || !parts) {
                return plain(`Page ${asked} does not exist`, 404);
            }
            if (!visitor.mayOpenPage(name)) {
                return plain('Insufficient Privileges: no permission set of yours opens this page.', 403);
            }
            if (request.method !== 'GET' && request.method !== 'POST') {
                return plain(`A page does not answer ${request.method}`, 405);
            }
            const parameters = await parametersOf(request);
            const html = renderPage(parts, {
                parameter: (key) => parameters.get(key.toLowerCase()) ?? '',
                label: (key) => labelText(labels.get(key) ?? {}, visitor.language)
            });
            return new Response(html, {
                headers: {
                    'content-type': 'text/html; charset=UTF-8',
                    'cache-control': 'no-cache, must-revalidate, max-age=0, no-store, private',
                    'x-content-type-options': 'nosniff',
                    'referrer-policy': 'origin-when-cross-origin'
                }
            });
        }
    };
}

/** By name in lower case; of a name that comes twice, the first. A form that is not URL-encoded has no parameters. */
async function parametersOf(request: Request): Promise<ReadonlyMap<string, string>> {
    const isForm = request.method === 'POST' && (request.headers.get('content-type') ?? '').startsWith(FORM);
    const given = [
        ...new URL(request.url).searchParams,
        ...(isForm ? new URLSearchParams(await request.text()) : [])
    ].toReversed();
    return new Map(given.map(([name, value]) => [name.toLowerCase(), value]));
}

function plain(text: string, status: number): Response {
    return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=UTF-8' } });
}
