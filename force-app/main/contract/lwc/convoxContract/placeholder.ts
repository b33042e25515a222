import { phoneKey } from './phoneNumber.ts';

const names = /^[a-z_][^<>{}[\]%]*$/i;
const brackets = [
    /^<+([^<>]*)>+$/,
    /^\{+([^{}]*)\}+$/,
    /^\$\{?([^{}$]*)\}?$/,
    /^\[+([^[\]]*)\]+$/,
    /^%+([^%]*)%+$/,
    /^--A--(.*)--B--$/
];

/**
 * Whether the text is the name of a value where the value should be, as templates of web forms have it: `<callerno>`,
 * `{{caller}}`, `${caller}`, `[caller]`, `%caller%`, `--A--caller--B--`. A number in brackets is none.
 */
export function isPlaceholder(text: string): boolean {
    return brackets.some((form) => {
        const inner = form.exec(text)?.[1]?.trim() ?? '';
        return names.test(inner) && !/^(?:sips?|tel):/i.test(inner) && phoneKey(inner) === '';
    });
}
