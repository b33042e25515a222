/** What a translation into a language needs besides words. */
export interface Language {
    /** Forms of an object's name, each singular and plural (salesforce/grammaticus; Objective is the oblique case). */
    readonly cases: readonly string[];
    readonly genders: readonly string[];
    /** A text without any of these letters was not translated. */
    readonly letters: RegExp;
}

/** Languages the package is translated into, as Salesforce spells them. A new one is looked up first, then listed. */
export const languages: Readonly<Record<string, Language>> = {
    hi: { cases: ['Nominative', 'Objective'], genders: ['Feminine', 'Masculine'], letters: /[\u0900-\u097f]/ }
};
