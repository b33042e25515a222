/** Stands where a secret was. */
export const hiddenText = '•••';

const secretWord =
    'access[_ -]?token|token|secret|pass(?:word|wd|code)?|auth(?:ori[sz]ation)?|bearer|api[_ -]?key|access[_ -]?key|pop[_ -]?key|(?:^|[_ -])key|cookie|session(?:[_ -]?id)?|sid|signature|sig|credentials?|external[_ -]?user[_ -]?name|pwd';
const secretName = new RegExp(`(?:^|[_ .-])(?:${secretWord})$|(?:token|secret|password|key|cookie|signature)$`, 'i');

/** Whether what has this name is nobody's to see: tokens, keys, passwords, sessions. */
export function isSecretName(name: string): boolean {
    return secretName.test(name.trim().replace(/^(?:amp;|c__)+/i, ''));
}

/** What a secret looks like wherever it stands: schemes, signed tokens, sessions of Salesforce, keys of ConVox. */
const secretTexts = [
    /\bBearer\s+\S+|\bBasic\s+[\w+/=]{12,}/gi,
    /\beyJ[\w-]+\.[\w.-]*/g,
    /(?<![\w.])00D[\w.]{9,200}![\w.]+/g,
    /\bPROD_\S+/gi,
    /(?<=:\/\/)[^\s/@]+(?=@)/g
];
/** `token=…` in an address, `"token":"…"` in JSON, whatever stands around. */
const named = new RegExp(
    `(?<![\\w-])([\\w-]{0,40}?(?:token|secret|password|passwd|cookie|signature|session|(?:api|access|pop|private)[_-]?key|(?<![a-z])(?:key|sid|sig))["']?\\s*[=:]\\s*)("[^"]*"|'[^']*'|[^\\s&,;"']+)`,
    'gi'
);
/** Long, of letters and digits that nobody would write. */
const random = /^(?:(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w+/=.~-]{20,}|(?=.*[a-fA-F])[\da-fA-F-]{32,})$/;

/** The text without the secrets in it. */
export function withoutSecrets(text: string): string {
    const plain = text.replaceAll(named, `$1${hiddenText}`);
    return secretTexts.reduce((rest, form) => rest.replaceAll(form, hiddenText), plain);
}

/** A value whose name nobody knows, without what may be a secret. */
export function unknownText(text: string): string {
    return random.test(text) ? hiddenText : withoutSecrets(text);
}
