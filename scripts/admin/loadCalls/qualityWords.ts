import type { QualityFlag } from '#contract';

/** What is doubtful about a row, for whoever reads the outcome; the codes stand in Data Quality of the call. */
export const qualityWords: Readonly<Record<QualityFlag, string>> = {
    valueCut: 'a value was too long and is cut',
    fieldRepeated: 'a value comes twice and differs',
    numberWithoutKey: 'the number identifies nobody',
    referenceMissing: 'the reference is missing',
    statusUnknown: 'the status is none that is known',
    startMissing: 'the start is missing',
    startUnreadable: 'the start cannot be read',
    startTimeMissing: 'the start has a date and no time',
    startTimeUnreadable: 'the time of the start cannot be read',
    startInFuture: 'the start is in the future: is the time zone right?',
    durationUnreadable: 'the duration cannot be read',
    queueDurationUnreadable: 'the duration in the queue cannot be read',
    ringDurationUnreadable: 'the duration of ringing cannot be read',
    followUpUnreadable: 'the time of the follow-up cannot be read',
    severalAgents: 'several agents had the call'
};
