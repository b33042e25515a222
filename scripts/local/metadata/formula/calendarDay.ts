/** The calendar day of an instant in an IANA time zone, as `YYYY-MM-DD`. */
export function calendarDay(instant: Date, timeZone: string): string {
    // Canada writes dates in ISO order.
    return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
        instant
    );
}
