/** What a translation into a language needs besides words. */
export interface Language {
    /** Forms of an object's name, each singular and plural (salesforce/grammaticus; Objective is the oblique case). */
    readonly cases: readonly string[];
    readonly genders: readonly string[];
    /** A text without any of these letters was not translated. */
    readonly letters: RegExp;
    /** The one word for each thing, and what would be a second word for it. docs/translation.md has them for people. */
    readonly words: readonly (readonly [word: string, others: RegExp])[];
}

/** Salesforce has no Setup in Hindi: what is to be found there keeps its English name. Not so the package's own app. */
const HINDI_WORDS: Language['words'] = [
    ['प्रोसेस', /प्रक्रिया/u],
    ['डिस्पोज़िशन', /निपटान/u],
    ['ऑर्ग', /संगठन/u],
    ['परमिशन सेट', /अनुमति सेट/u],
    ['यूज़र', /उपयोगकर्ता/u],
    ['ग्रुप', /समूह/u],
    ['आदेश', /कमांड/u],
    ['कॉल की स्थिति', /कॉल स्टेटस/u],
    ['समय क्षेत्र', /ज़ोन/u],
    ['क्यू', /कतार/u],
    ['संपर्क', /कॉन्टैक्ट/u],
    ['खाता', /अकाउंट/u],
    ['कॉमा', /अल्पविराम/u],
    ['External Credential', /क्रेडेंशियल के प्रिंसिपल|बाहरी क्रेडेंशियल/u],
    ['Setup', /(?<!ConVox )सेटअप/u],
    ['ConVox सेटअप', /ConVox Setup/u]
];

/** Languages the package is translated into, as Salesforce spells them. A new one is looked up first, then listed. */
export const languages: Readonly<Record<string, Language>> = {
    hi: {
        cases: ['Nominative', 'Objective'],
        genders: ['Feminine', 'Masculine'],
        letters: /[\u0900-\u097f]/,
        words: HINDI_WORDS
    }
};
