import type { ListMember } from 'c/convoxListMember';
import { labels } from './labels.ts';

/** A member who is not handed over, and why. */
export interface LeftOut {
    readonly id: string;
    readonly name: string;
    readonly number: string;
    readonly why: string;
}

export interface Plan {
    readonly rows: readonly ListMember[];
    readonly leftOut: readonly LeftOut[];
}

/** Who is handed over: whoever may be called, each number once, and none that also belongs to somebody who may not. */
export function planOf(members: readonly ListMember[]): Plan {
    const barred = new Set(members.filter(({ doNotCall }) => doNotCall !== 'clear').map(({ number }) => number));
    const seen = new Set<string>();
    const rows: ListMember[] = [];
    const leftOut: LeftOut[] = [];
    for (const member of members) {
        const why = reasonAgainst(member, barred, seen);
        seen.add(member.number);
        if (why === '') {
            rows.push(member);
        } else {
            leftOut.push({ id: member.id, name: member.name, number: member.number, why });
        }
    }
    return { rows, leftOut };
}

function reasonAgainst(
    { number, doNotCall }: ListMember,
    barred: ReadonlySet<string>,
    seen: ReadonlySet<string>
): string {
    if (number === '') {
        return labels.noNumber;
    }
    if (doNotCall !== 'clear') {
        return doNotCall === 'set' ? labels.doNotCall : labels.doNotCallHidden;
    }
    if (barred.has(number)) {
        return labels.doNotCallShared;
    }
    return seen.has(number) ? labels.twice : '';
}
