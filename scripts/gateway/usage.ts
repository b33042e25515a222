/** What the gateway's commands are, for whoever asks or mistypes one. */
export const USAGE = `Usage: gateway <command>

  serve                              receive and forward call statuses until SIGTERM; SIGHUP reads certificate and settings anew
  health                             whether the gateway on this machine can store pushes, for monitors; exit code 1 if not
  check                              whether the journal's file is whole; exit code 1 if not
  status                             what waits, what was refused, how large the journal is
  dead-letters list                  calls that Salesforce does not take, with its reasons
  dead-letters show <number>         what ConVox sent (customers' data)
  dead-letters replay <number>...    send them again, or all of them with --all
  dead-letters export <number>...    print them as JSON, one a line (customers' data)
  dead-letters delete <number>...    delete them for good
  quarantine list                    requests that were answered 400, with the reasons
  quarantine show <number>           the request as it came (customers' data)
  quarantine replay <number>...      try again to understand them, or all of them with --all
  quarantine export <number>...      print them as JSON, one a line (customers' data)
  quarantine delete <number>...      delete them for good
  skip <reference>...                make dead letters of calls that wait
  explain [<text>]                   what a message from or to ConVox says: address, form, JSON, curl line, log line; without one, standard
                                     input. Sends nothing; --zone and --prefix of the server, as CONVOX_TIME_ZONE and its dial prefix
  extra-fields                       whether the org has the fields of CONVOX_EXTRA_FIELDS and the servers' file; exit code 1 if not
  replay --since <time>              send everything again that arrived since then, for example 2026-11-22T09:30:00+05:30

Settings are environment variables: see scripts/gateway/README.md. Only serve and extra-fields need all of them, health needs
GATEWAY_PORT, explain none, the other commands GATEWAY_JOURNAL.`;
