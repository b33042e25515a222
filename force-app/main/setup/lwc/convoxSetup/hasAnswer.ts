import type { CheckAnswer, CheckGroup } from 'c/convoxSetupChecks';

/** Whether any check is answered so. */
export function hasAnswer(groups: readonly CheckGroup[], wanted: CheckAnswer): boolean {
    return groups.some(({ checks }) => checks.some(({ answer }) => answer === wanted));
}
