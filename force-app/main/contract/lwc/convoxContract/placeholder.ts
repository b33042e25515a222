import { phoneKey } from './phoneNumber.ts';

/** How templates mark a name: in brackets or signs, or behind PHP's dollar. */
const marked = /^(?:\$|(?:[<{[%#@]|&lt;|__|--A--).*(?:[>}\])%#@]|&gt;|__|--B--)$)/i;

/**
 * Whether the text is the name of a value where the value should be, as templates have it: `<callerno>`, `{{ caller }}`,
 * `${caller}`, `<?= $caller ?>`, `#caller#`, `--A--caller--B--`. A number in brackets is none, nor are a GUID and JSON.
 */
export function isPlaceholder(text: string): boolean {
    const name = text.replace(/^[\W_]+|[\W_]+$/g, '');
    return marked.test(text) && /^(?!sips?:|tel:|[\da-f-]{32}|.*":)[a-z]/i.test(name) && phoneKey(name) === '';
}
