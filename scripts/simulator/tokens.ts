export interface Token {
    readonly token: string;
    /** Epoch milliseconds. */
    readonly expiresAt: number;
}

/** The short-lived tokens of a server: one at a time, the same to everybody until it expires. */
export interface Tokens {
    give(): Token;
    judge(token: string): 'valid' | 'expired' | 'unknown';
    /** Ends the life of the token that is valid now. */
    expire(): void;
}

export function createTokens(clock: () => Date, life: number): Tokens {
    let count = 0;
    let current: Token | undefined;
    const isOld = ({ expiresAt }: Token): boolean => expiresAt <= clock().getTime();
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
            return isOld(current) ? 'expired' : 'valid';
        },
        expire() {
            current = current && { ...current, expiresAt: clock().getTime() };
        }
    };
}
