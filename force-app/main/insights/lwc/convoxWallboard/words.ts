import locale from '@salesforce/i18n/locale';
import { processName } from 'c/convoxProcessName';
import type { NamedProcess } from 'c/convoxProcessName';
import { clockText } from 'c/convoxText';
import { labels } from './labels.ts';
import type { ProcessFigures } from './processFigures.ts';

const NONE = '–';
const count = new Intl.NumberFormat(locale);
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

export function countText(value: number): string {
    return count.format(value);
}

export function percentText(value: number | undefined): string {
    return value === undefined ? NONE : percent.format(value);
}

export function secondsText(value: number | undefined): string {
    return value === undefined ? NONE : clockText(Math.round(value) * 1000);
}

/** As the speed of answer is written: `0:20`, `0:20–0:45`; '' when nobody called. */
export function targetText({ targets }: ProcessFigures): string {
    if (!targets) {
        return '';
    }
    const [least, most] = targets;
    return least === most ? secondsText(least) : `${secondsText(least)}–${secondsText(most)}`;
}

export function processText(process: NamedProcess): string {
    return processName(process) || labels.noProcess;
}
