declare module '@salesforce/messageChannel/*' {
    /** Opaque: only `publish` and `subscribe` of lightning/messageService take it. */
    const channel: import('lightning/messageService').MessageChannel;
    export default channel;
}
