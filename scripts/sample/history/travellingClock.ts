/** A clock that can be set back while a history is written, and then shows the present again. */
export interface TravellingClock {
    readonly now: () => Date;
    travelTo(moment: Date): void;
    returnToPresent(): void;
}

export function createTravellingClock(present: () => Date): TravellingClock {
    let past: Date | undefined;
    return {
        now: () => past ?? present(),
        travelTo(moment) {
            past = moment;
        },
        returnToPresent() {
            past = undefined;
        }
    };
}
