const SCRIPTS = /<(script|style|head)\b[^]*?(?:<\/\1\s*>|$)/gi;

/** What stands as JSON behind a script block or in a page, as old servers write it; the text itself where nothing does. */
export function withoutPage(text: string): string {
    if (!text.startsWith('<')) {
        return text;
    }
    const bare = text.replaceAll(SCRIPTS, '');
    const json = bare.slice(Math.max(0, bare.indexOf('{')), bare.lastIndexOf('}') + 1);
    return json.startsWith('{') ? json : text;
}
