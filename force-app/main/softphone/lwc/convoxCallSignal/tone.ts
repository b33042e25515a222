const LOW = 660;
const HIGH = 880;
const LENGTH = 0.5;

/** Two soft notes. A page in which nobody has pressed anything yet may not sound, and would only fill the browser's log. */
export function playTone(): void {
    if (!navigator.userActivation?.hasBeenActive) {
        return;
    }
    const audio = new AudioContext();
    const note = audio.createOscillator();
    const loudness = audio.createGain();
    loudness.gain.value = 0.2;
    note.frequency.setValueAtTime(LOW, audio.currentTime);
    note.frequency.setValueAtTime(HIGH, audio.currentTime + LENGTH / 2);
    note.connect(loudness).connect(audio.destination);
    note.onended = () => {
        audio.close();
    };
    note.start();
    note.stop(audio.currentTime + LENGTH);
}
