import { FormulaError } from './types.ts';

const JAVA_BLANKS = ' \\t\\n\\x0B\\f\\r';
const NOT_THE_SAME_HERE = /\(\?[a-zA-Z-]+[):]|[*+?}]\+|\\[QEAZzGhHRX]|&&|\[[^\]]*\[/;

const compiled = new Map<string, RegExp>();

/** Java's `\s` is six ASCII characters, JavaScript's is all of Unicode's white space. */
function withJavaBlanks(pattern: string): string {
    let inClass = false;
    return pattern.replace(/\\([\s\S])|[[\]]/g, (match, escaped: string | undefined) => {
        if (escaped === undefined) {
            inClass = match === '[';
            return match;
        }
        if (escaped === 's') {
            return inClass ? JAVA_BLANKS : `[${JAVA_BLANKS}]`;
        }
        if (escaped === 'S') {
            if (inClass) {
                throw new FormulaError('REGEX() with \\S inside [...] is not supported by the local org.');
            }
            return `[^${JAVA_BLANKS}]`;
        }
        return match;
    });
}

function compile(pattern: string): RegExp {
    if (NOT_THE_SAME_HERE.test(pattern)) {
        throw new FormulaError(
            `REGEX() pattern "${pattern}" uses a Java construct that the local org does not support.`
        );
    }
    try {
        return new RegExp(`^(?:${withJavaBlanks(pattern)})$`);
    } catch (error) {
        if (error instanceof SyntaxError) {
            throw new FormulaError(`REGEX() pattern "${pattern}" is not valid: ${error.message}.`);
        }
        throw error;
    }
}

/** REGEX(): does the whole text match the Java pattern? Throws `FormulaError` for what would not mean the same here. */
export function matchesWholly(value: string, pattern: string): boolean {
    let expression = compiled.get(pattern);
    if (!expression) {
        expression = compile(pattern);
        compiled.set(pattern, expression);
    }
    return expression.test(value);
}
