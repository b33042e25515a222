/** `CALL-{00000000}` and 42 make `CALL-00000042`; `{YYYY}`, `{YY}`, `{MM}` and `{DD}` are the day of creation (UTC). */
export function formatAutoNumber(format: string, number: number, at: Date): string {
    const [year = '', month = '', day = ''] = at.toISOString().slice(0, 10).split('-');
    const dates: Record<string, string> = { YYYY: year, YY: year.slice(2), MM: month, DD: day };
    return format.replaceAll(/\{([^}]*)\}/g, (whole, inside: string) => {
        if (/^0+$/.test(inside)) {
            return String(number).padStart(inside.length, '0');
        }
        return dates[inside] ?? whole;
    });
}
