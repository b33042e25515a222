/**
 * A column or summary as the Analytics API names it: `s!ConVox_Call__c.Ring_Seconds__c`, where metadata writes a dollar sign
 * between table and field.
 */
export function apiName(name: string): string {
    return name.replaceAll('$', '.');
}
