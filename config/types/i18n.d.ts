declare module '@salesforce/i18n/lang' {
    /** BCP 47 tag of the user's language, such as `en-US`. */
    const lang: string;
    export default lang;
}

declare module '@salesforce/i18n/locale' {
    /** BCP 47 tag of the user's locale, for Intl formatters. */
    const locale: string;
    export default locale;
}

declare module '@salesforce/i18n/timeZone' {
    /** IANA name of the user's time zone, such as `Asia/Kolkata`. */
    const timeZone: string;
    export default timeZone;
}

declare module '@salesforce/i18n/dir' {
    /** Direction of the user's script. */
    const dir: 'ltr' | 'rtl';
    export default dir;
}

declare module '@salesforce/i18n/*' {
    const value: string;
    export default value;
}
