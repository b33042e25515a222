import { AtRule, parse } from 'postcss';
import type { Rule } from 'postcss';

const NAMES = /[A-Za-z][\w-]*/g;
const CLASS = /\.([A-Za-z][\w-]*)/g;
/** What stands in parentheses may say what an element is not, or one of several things that it may be. */
const INNERMOST_PARENTHESES = /\([^()]*\)/g;
/** The beginning of a name that code completes, as `slds-icon-`; the design system's own prefix tells nothing. */
const BEGINNING = /-[^-]*-$/;

/** A block of BEM. Its elements and modifiers count as named with it, because code puts their names together. */
const blockOf = (name: string): string => name.replace(/_.*/, '');

/**
 * A stylesheet without the rules for classes of blocks that none of the scripts names. Most of a design system is for
 * components that a page does not have, and a browser reads all of it at each load and asks all of it at each change.
 */
export function usedRules(stylesheet: string, scripts: readonly string[]): string {
    const names = new Set(scripts.flatMap((script) => script.match(NAMES) ?? []));
    const blocks = new Set([...names].map(blockOf));
    const beginnings = [...names].filter((name) => BEGINNING.test(name));
    const isNamed = (name: string): boolean =>
        blocks.has(blockOf(name)) || beginnings.some((beginning) => name.startsWith(beginning));
    const canMatch = (selector: string): boolean =>
        [...withoutParentheses(selector).matchAll(CLASS)].every(([, name = '']) => isNamed(name));
    const sheet = parse(stylesheet);
    sheet.walkRules((rule) => {
        const selectors = isKeyframe(rule) ? rule.selectors : rule.selectors.filter(canMatch);
        if (selectors.length === 0) {
            rule.remove();
        } else if (selectors.length < rule.selectors.length) {
            rule.selectors = selectors;
        }
    });
    return sheet.toString();
}

function withoutParentheses(selector: string): string {
    const less = selector.replaceAll(INNERMOST_PARENTHESES, '');
    return less === selector ? selector : withoutParentheses(less);
}

function isKeyframe({ parent }: Rule): boolean {
    return parent instanceof AtRule && parent.name.endsWith('keyframes');
}
