const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** A metadata file's text. */
export function xml(root: string, body: string): string {
    return `<?xml version="1.0" encoding="UTF-8" ?>\n<${root} xmlns="${NAMESPACE}">\n${body.trim()}\n</${root}>\n`;
}
