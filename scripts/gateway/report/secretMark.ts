import { createHash } from 'node:crypto';

/** Tells one key or secret from another and is of no use for anything else: eight hexadecimal digits of its digest. */
export function secretMark(secret: string): string {
    return createHash('sha256').update(`convox-mark:${secret}`).digest('hex').slice(0, 8);
}
