import type { OrgUsers } from '../users.ts';
import type { Locale } from '../ui/displayValue.ts';

/** Language and time zone of a user, for display values. */
export function localeOf(users: OrgUsers, userId: string): Locale {
    const user = users.get(userId);
    return { language: user?.language ?? 'en-US', timeZone: user?.timeZone ?? 'UTC' };
}
