import type { UserAccess } from '../permissions/access.ts';
import type { ActingUser } from '../records.ts';
import type { LanguageTexts } from '../../metadata/translations.ts';
import { translateSchema } from './translateSchema.ts';

/**
 * Access as before, with the schema in the user's language. Users with the same permissions and the same language
 * still share one, so that it can be a key.
 * @param languageOf language by user id, as Salesforce spells it
 */
export function translateAccess(
    accessOf: (acting: ActingUser) => UserAccess,
    languageOf: (userId: string) => string,
    translations: ReadonlyMap<string, LanguageTexts>
): (acting: ActingUser) => UserAccess {
    const known = new WeakMap<UserAccess, Map<string, UserAccess>>();
    return (acting) => {
        const access = accessOf(acting);
        const language = acting.systemContext ? '' : languageOf(acting.id);
        const texts = translations.get(language);
        if (!texts) {
            return access;
        }
        const byLanguage = known.get(access) ?? new Map<string, UserAccess>();
        const translated = byLanguage.get(language) ?? { ...access, schema: translateSchema(access.schema, texts) };
        byLanguage.set(language, translated);
        known.set(access, byLanguage);
        return translated;
    };
}
