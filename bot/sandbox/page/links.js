// Which addresses may be opened, and which of them lead back into this chat.

const SCHEMES = new Set(["http:", "https:", "tg:", "mailto:"]);
const TELEGRAM_HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);

/** The address to put into a link, or null for anything but http, https, tg and mailto. */
export function safeUrl(address) {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  const url = parsed(whole);
  return url && SCHEMES.has(url.protocol) ? url.href : null;
}

function parsed(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** The text a deep link of this very bot sends ("/start payload"), or null for other links. */
export function deepLink(address, bot) {
  const url = parsed(address);
  if (!url || !bot) return null;
  const isWeb = TELEGRAM_HOSTS.has(url.hostname);
  const name = isWeb ? url.pathname.slice(1) : url.searchParams.get("domain");
  const leadsHere = isWeb || (url.protocol === "tg:" && url.href.startsWith("tg://resolve"));
  if (!leadsHere || name?.toLowerCase() !== bot.username?.toLowerCase()) return null;
  const payload = url.searchParams.get("start");
  return payload ? `/start ${payload}` : "/start";
}
