/** Months as English dates have them; the locale writes dates, not the language. */
const MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const ENGLISH = new RegExp(`(?!${MONTHS}\\b)\\b[A-Za-z]{2,}`, 'g');

/**
 * English words of a text, in which the user should read Hindi.
 * @param known what is the same in every language, or somebody else's: data, names, Salesforce's own words
 */
export function englishWords(text: string, known: readonly string[]): string[] {
    const longestFirst = known.toSorted((a, b) => b.length - a.length);
    const rest = longestFirst.reduce((left, one) => left.replaceAll(one, ''), text);
    return rest.match(ENGLISH) ?? [];
}
