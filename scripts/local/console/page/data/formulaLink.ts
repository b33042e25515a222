/** Where a formula leads that is a link. */
export interface FormulaLink {
    readonly url: string;
    readonly target: string;
    readonly label: string;
}

const LINK = /^<a href="([^"<>]*)" target="([^"<>]*)">([^<>]*)<\/a>$/;
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The link that HYPERLINK made of a value; undefined for any other text, which is shown as it is. */
export function formulaLink(value: unknown): FormulaLink | undefined {
    const [, ...parts] = LINK.exec(typeof value === 'string' ? value : '') ?? [];
    const [url, target = '', label = ''] = parts.map((part) =>
        part.replaceAll(/&(\w+);/g, (sign, name: string) => SIGNS[name] ?? sign)
    );
    return url === undefined ? undefined : { url, target, label };
}
