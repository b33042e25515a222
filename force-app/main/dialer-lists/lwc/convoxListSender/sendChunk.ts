import type { ListMember } from 'c/convoxListMember';
import { readResults } from 'c/convoxListUpload';
import { textAt } from 'c/convoxPath';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';
import type { Desk, DialerList, RowEnd } from './rowEnd.ts';
import { saveRows } from './saveRows.ts';
import type { SavedRow } from './saveRows.ts';
import { unsentBatches } from './unsentBatches.ts';

/** Of what came in place of an answer: a page of a proxy, for instance. */
const LONGEST_WORDS = 255;

export interface SentChunk {
    readonly ends: readonly RowEnd[];
    /** Those that ConVox was too slow for: they go along with the next. */
    readonly again: readonly ListMember[];
    /** Why nothing more is sent; '' when something was answered. */
    readonly stop: string;
}

/** What became of the rows that were handed over, and what was said in place of an answer. */
interface Sent {
    readonly ends: readonly RowEnd[];
    readonly fault: string;
}

const NOTHING: Sent = { ends: [], fault: '' };

/**
 * Saves a row for each member, marks the rows as being sent, and hands those over that it has marked, once: a row that only
 * waits was not sent, whatever the page came to, and goes along the next time.
 */
export async function sendChunk(
    members: readonly ListMember[],
    list: DialerList,
    batchId: string,
    desk: Desk
): Promise<SentChunk> {
    const saved = await saveRows(members, list, batchId, desk);
    const ended = saved.flatMap((one) => ('entryId' in one ? [] : [one]));
    const rows = saved.flatMap((one) => ('entryId' in one ? [one] : []));
    if (rows.length === 0) {
        const isStuck = ended.every(({ outcome }) => outcome === 'waiting');
        return { ends: ended, again: [], stop: isStuck ? (ended[0]?.why ?? '') : '' };
    }
    const { begun, why } = await begin(batchId, desk);
    if (why !== '') {
        unsentBatches.add(batchId);
        const ends = rows.map(({ member }): RowEnd => ({ member, outcome: 'waiting', why }));
        return { ends: [...ended, ...ends], again: [], stop: why };
    }
    const own = rows.filter(({ entryId }) => begun.has(entryId));
    const others = rows
        .filter(({ entryId }) => !begun.has(entryId))
        .map(({ member, entryId }): RowEnd => {
            return begun.has(`!${entryId}`)
                ? { member, outcome: 'refused', why: labels.doNotCall }
                : { member, outcome: 'before', why: labels.elsewhere };
        });
    const sent = own.length === 0 ? NOTHING : await send(own, batchId, list, desk);
    return afterSending([...ended, ...others], sent);
}

function afterSending(ended: readonly RowEnd[], { ends: sent, fault }: Sent): SentChunk {
    const waiting = sent.filter(({ outcome }) => outcome === 'waiting');
    const isAnswered = sent.length === 0 || sent.some(({ outcome }) => outcome === 'accepted' || outcome === 'refused');
    return isAnswered
        ? {
              ends: [...ended, ...sent.filter(({ outcome }) => outcome !== 'waiting')],
              again: waiting.map(({ member }) => member),
              stop: ''
          }
        : { ends: [...ended, ...sent], again: [], stop: waiting[0]?.why ?? fillIn(labels.noAnswer, fault) };
}

/** Ids of the rows that were marked, and with ! before them of those who are not to be called by now. Nothing is sent yet, so that an answer that was lost is asked for once more. */
async function begin(
    batchId: string,
    desk: Desk
): Promise<{ readonly begun: ReadonlySet<string>; readonly why: string }> {
    const ask = () => desk.run('ConVox_Begin_List_Rows', { batchId });
    const first = await ask();
    const answer = textAt(first, 'begun') === 'yes' ? first : await ask();
    return textAt(answer, 'begun') === 'yes'
        ? { begun: new Set(textAt(answer, 'rows').split(';')), why: '' }
        : { begun: new Set(), why: fillIn(labels.notSaved, textAt(answer, 'failure') || textAt(answer, 'fault')) };
}

async function send(
    rows: readonly SavedRow[],
    batchId: string,
    { server, process, listId }: DialerList,
    desk: Desk
): Promise<Sent> {
    const answer = await desk.run('ConVox_Send_List_Rows', { batchId, server, process, listId });
    const nothingWent = textAt(answer, 'nothingWent');
    const reply = textAt(answer, 'reply');
    const results = readResults(reply);
    const [said = reply] = results.values();
    const ends = rows.map(({ member, entryId }): RowEnd => {
        return nothingWent === ''
            ? { member, ...judgementOf(results.get(entryId) ?? '') }
            : { member, outcome: 'waiting', why: fillIn(labels.notSaved, nothingWent.replace(/^REFUSED (?:- )?/, '')) };
    });
    const fault = textAt(answer, 'failure') || textAt(answer, 'fault') || said.replace(/^UNKNOWN (?:- )?/, '');
    return { ends, fault: fault.slice(0, LONGEST_WORDS) || '–' };
}

function judgementOf(result: string): Pick<RowEnd, 'outcome' | 'why'> {
    const [word = '', ...words] = result.split(' ');
    const why = words.join(' ').replace(/^- /, '');
    if (word === 'ACCEPTED' || word === 'REFUSED') {
        return { outcome: word === 'ACCEPTED' ? 'accepted' : 'refused', why };
    }
    return word === 'WAITING' ? { outcome: 'waiting', why } : { outcome: 'unknown', why: labels.unknownRow };
}
