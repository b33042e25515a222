export { defaultTimeZone, isTimeZone } from '#contract';
export { explainTraffic } from './explainTraffic.ts';
export type { Explanation } from './explanation.ts';
export { wordingOf } from './wording.ts';
export type { TextKey, Wording } from './wording.ts';
