/** Names a caller in the tab's title. The console sets titles of its own: its last one comes back. */
export class CallerTitle {
    #ours = '';
    #theirs = '';

    /** Sets the title again where the console has set its own meanwhile. */
    show(caller: string): void {
        if (document.title !== this.#ours) {
            this.#theirs = document.title;
        }
        this.#ours = `☎ ${caller}`;
        document.title = this.#ours;
    }

    giveBack(): void {
        if (document.title === this.#ours) {
            document.title = this.#theirs;
        }
        this.#ours = '';
    }
}
