// The line to the sandbox server: calls, uploads, and the stream of events that survives a break.

const FIRST_WAIT = 400; // milliseconds
const LONGEST_WAIT = 8000;

/** Send JSON (or a form with a file) and give the answer; a refusal is an Error with the server's sentence. */
export async function post(path, body) {
  const isForm = body instanceof FormData;
  const response = await fetch(path, {
    method: "POST",
    body: isForm ? body : JSON.stringify(body),
    headers: isForm ? {} : { "Content-Type": "application/json" },
  }).catch(() => {
    throw new Error("The sandbox does not answer.");
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw Object.assign(new Error(answer.error ?? `Refused (${response.status}).`), { status: response.status });
}

export async function traffic() {
  const response = await fetch("/sandbox/traffic");
  return (await response.json()).entries;
}

export const fileUrl = (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`;

/** Listen for ever: `take` gets each event, `lost` is told true when the line breaks and false when it is back. */
export function listen(take, lost) {
  let wait = FIRST_WAIT;

  function connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/sandbox/events`);
    socket.onopen = () => {
      wait = FIRST_WAIT;
      lost(false);
    };
    socket.onmessage = ({ data }) => take(JSON.parse(data));
    socket.onclose = () => {
      lost(true);
      setTimeout(connect, wait * (0.75 + Math.random() / 2)); // many tabs must not come back at once
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  }

  connect();
}
