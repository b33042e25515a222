/**
 * Whether links to a server's recordings may begin with it: encrypted, and with nobody's password. As the rule
 * Recordings_Base_Is_An_Address of the org has it, so that a mistake is told where it is made.
 */
export function isRecordingsBase(text: string): boolean {
    return (
        /^https:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[\w.~-]+)*\/?$/i.test(text) && text.length <= 255 && !text.includes('..')
    );
}

/** What is wrong with one that it is not. */
export const NO_RECORDINGS_BASE = 'has to begin with https:// and have no user name, ? or #';

/** One address, however it ends. */
export const withoutLastSlash = (base: string): string => base.replace(/\/$/, '');
