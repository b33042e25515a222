/** Any value as text without control characters and spaces around; '' for what is no text, number or yes-no. */
export function cleanText(value: unknown, multiline = false): string {
    if (typeof value === 'string') {
        return (/\p{Cc}/u.test(value) ? withoutControls(value, multiline) : value).trim();
    }
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Words that senders write where they have nothing to say. */
export function isNothing(text: string): boolean {
    return text.length < 10 && /^(?:\(null\)|<null>|\\N|null|undefined|nil|nan|n\/a|[-\u2013\u2014]+)$/i.test(text);
}

function withoutControls(text: string, multiline: boolean): string {
    return text.replace(multiline ? /[^\P{Cc}\n\r\t]/gu : /\p{Cc}/gu, ' ');
}

/** At most `limit` UTF-16 units; never half of a surrogate pair, which would be neither text nor storable. */
export function cut(text: string, limit: number): string {
    return text.length <= limit
        ? text
        : text
              .slice(0, limit)
              .replace(/[\uD800-\uDBFF]$/, '')
              .trim();
}
