import type { Chosen } from './journal/journal.ts';
import { deadLetters, quarantine } from './journalCommands.ts';
import type { JournalCommand } from './journalCommands.ts';

const isChosen = (chosen: Chosen, number: number): boolean => chosen === 'all' || chosen.includes(number);

/** Prints what ConVox sent, customers' data included, as one JSON object a line. */
export async function exportDeadLetters({ journal, print }: JournalCommand, chosen: Chosen): Promise<void> {
    for await (const { seq: number, receivedAt, ...letter } of deadLetters(journal)) {
        if (isChosen(chosen, number)) {
            print(JSON.stringify({ number, receivedAt: new Date(receivedAt), ...letter }));
        }
    }
}

/** As `exportDeadLetters`; the body is in base64, because it may be in any encoding or none. */
export async function exportQuarantine({ journal, print }: JournalCommand, chosen: Chosen): Promise<void> {
    for await (const { id: number, receivedAt, body, ...rest } of quarantine(journal)) {
        if (isChosen(chosen, number)) {
            const base64 = Buffer.from(body).toString('base64');
            print(JSON.stringify({ number, receivedAt: new Date(receivedAt), ...rest, body: base64 }));
        }
    }
}

export async function deleteDeadLetters({ journal, print }: JournalCommand, chosen: Chosen): Promise<void> {
    print(`${await journal.deleteDeadLetters(chosen)} dead letters deleted`);
}

export async function deleteQuarantined({ journal, print }: JournalCommand, chosen: Chosen): Promise<void> {
    print(`${await journal.deleteQuarantined(chosen)} requests deleted from quarantine`);
}

/** Rejects for a call of which nothing waits. */
export async function skipCalls({ journal, print }: JournalCommand, references: readonly string[]): Promise<void> {
    for (const reference of references) {
        const count = await journal.skip(reference, 'Skipped by an administrator');
        if (count === 0) {
            throw new Error(`Nothing waits for the call ${reference}`);
        }
        print(`${count} pushes of ${reference} are dead letters now`);
    }
}
