-- Sends one push over and over, each time as another call.
-- Arguments: the request before and after the eight digits that change, and the number of the first call.

local before, after, call

function init(args)
   before, after, call = args[1], args[2], tonumber(args[3])
end

function request()
   local text = before .. string.format("%08d", call) .. after
   call = call + 1
   return text
end

function done(summary, latency)
   local errors = summary.errors
   local lost = errors.connect + errors.read + errors.write + errors.timeout
   io.write(
      string.format(
         '{"accepted":%d,"refused":%d,"seconds":%f,"median":%f,"p99":%f}\n',
         summary.requests - errors.status,
         errors.status + lost,
         summary.duration / 1e6,
         latency:percentile(50) / 1000,
         latency:percentile(99) / 1000
      )
   )
end
