import type { ListMember } from 'c/convoxListMember';
import { labels } from './labels.ts';

/** A member who is not in the list, or of whom nobody knows, and why. */
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

/** Who is handed over: whoever may be called, each number once. */
export function planOf(members: readonly ListMember[]): Plan {
    const seen = new Set<string>();
    const rows: ListMember[] = [];
    const leftOut: LeftOut[] = [];
    for (const member of members) {
        const why = reasonAgainst(member, seen);
        seen.add(member.number);
        if (why === '') {
            rows.push(member);
        } else {
            leftOut.push({ id: member.id, name: member.name, number: member.number, why });
        }
    }
    return { rows, leftOut };
}

function reasonAgainst({ number, doNotCall }: ListMember, seen: ReadonlySet<string>): string {
    if (number === '') {
        return labels.noNumber;
    }
    if (doNotCall !== 'clear') {
        return doNotCall === 'set' ? labels.doNotCall : labels.doNotCallHidden;
    }
    return seen.has(number) ? labels.twice : '';
}
