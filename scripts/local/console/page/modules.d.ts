declare module 'console/*' {
    import type { LightningElement } from 'lwc';

    const component: typeof LightningElement;
    export default component;
}

declare module '@console/exposedComponents' {
    import type { LightningElement } from 'lwc';

    /** Loaders of the package's components that a page may hold, by name. */
    const loaders: Readonly<Record<string, () => Promise<{ default: new () => LightningElement }>>>;
    export default loaders;
}

declare module 'lightning-base-components/src/lightning/i18nService/i18nService.js' {
    export interface ParserOptions {
        /** In CLDR's letters, such as `d MMM yyyy`. */
        readonly pattern: string;
    }

    export interface DateTimeParser {
        /** The moment on the browser's clock; undefined or a throw for anything else. */
        parse(text: string): Date | undefined;
    }

    export function getDateTimeCLDRParser(options: ParserOptions): DateTimeParser;
}
