export interface Token {
    readonly token: string;
    /** Epoch milliseconds. */
    readonly expiresAt: number;
}

/** The short-lived tokens of a server: one at a time, the same to everybody until it expires. */
export interface Tokens {
    give(): Token;
    judge(token: string): 'valid' | 'expired' | 'unknown';
    /** Ends the life of the token that is valid now; where none is, of the next one as soon as it is shown. */
    expire(): void;
}

export function createTokens(clock: () => Date, life: number): Tokens {
    let count = 0;
    let current: Token | undefined;
    let isNextOver = false;
    const isOld = ({ expiresAt }: Token): boolean => expiresAt <= clock().getTime();
    const end = (token: Token): void => void (current = { ...token, expiresAt: clock().getTime() });
    return {
        give() {
            if (current === undefined || isOld(current)) {
                count += 1;
                current = { token: `token-${count}`, expiresAt: clock().getTime() + life };
            }
            return current;
        },
        judge(token) {
            if (current?.token !== token) {
                return /^token-\d+$/.test(token) ? 'expired' : 'unknown';
            }
            if (isNextOver) {
                isNextOver = false;
                end(current);
            }
            return isOld(current) ? 'expired' : 'valid';
        },
        expire() {
            if (current === undefined || isOld(current)) {
                isNextOver = true;
            } else {
                end(current);
            }
        }
    };
}
