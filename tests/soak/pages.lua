-- Pages of every kind in thirteen languages, for wrk; prints pages a second and the milliseconds of 95 %.
local languages = { "en", "ja", "ja-easy", "vi", "zh-Hans", "zh-Hant", "ko", "pt-BR", "es", "fil", "ne", "id", "my" }
local kinds = { "/?lang=", "/cities?lang=", "/?city=sakai&lang=", "/?prefecture=osaka&lang=", "/about?lang=", "/sheet?lang=" }
local number = 0

request = function()
  number = number + 1
  local path = kinds[number % #kinds + 1] .. languages[number % #languages + 1]
  return wrk.format("GET", path, { ["Accept-Encoding"] = "br, gzip", ["Accept"] = "text/html" })
end

done = function(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  print(string.format("found %.1f %.3f %d", summary.requests / summary.duration * 1e6, latency:percentile(95) / 1000, failed))
end
