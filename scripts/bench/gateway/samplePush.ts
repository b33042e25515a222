/** A form push as a ConVox server sends it: the sheet's 22 names, 500 bytes. */
export function samplePush(call: number, changes: Readonly<Record<string, string>> = {}): string {
    return new URLSearchParams({
        MOBILE_NO: String(9_000_000_000 + (call % 100_000)),
        USER_ID: `AG_${call % 40}`,
        CALL_MODE: 'inbound',
        CALL_STATUS: 'Connected',
        CALL_DATE: '2026-11-22T11:00:00',
        CALL_HOUR: '11',
        CALL_MINUTE: '00',
        CALL_DURATION: String(call % 600),
        QUEUE_NAME: 'SUPPORT_QUEUE',
        QUEUE_DURATION: '4',
        RING_DURATION: '6',
        COMPLETED_BY: 'agent',
        'FOLLOWUP TIME': '',
        STATION: '2001',
        LIST_ID: '',
        DID: '4040123400',
        'LEAD ID': String(4_000_000 + call),
        CALL_REFERENCE_ID: `17953465${String(call).padStart(8, '0')}`,
        DISPOSITION: 'SALE',
        DIALER_DISPOSITION: 'ANSWERED',
        PROCESS_NAME: 'SUPPORT',
        RECORDING_FILE_NAME: '',
        ...changes
    }).toString();
}
