// What a person can do on a phone; a refusal of the server is shown on that phone.

import { deepLink } from "./links.js";
import { alertBox, confirmBox, notice, placeBox } from "./modals.js";
import { post } from "./server.js";

/** The acts of one phone: `screen` is its element, `personId()` who holds it, `touched()` is told of each act. */
export function actsOf({ store, screen, personId, touched, view }) {
  const send = (body) => call("send", body);

  async function call(path, body) {
    touched();
    try {
      return await post(`/sandbox/people/${personId()}/${path}`, body);
    } catch (error) {
      notice(screen, error.message);
      return null;
    }
  }

  return {
    bot: () => store.bot,
    now: () => store.now(),
    notify: (text) => notice(screen, text),
    alert: (text) => alertBox(screen, text),
    view,

    send: (text, replyTo) => send(replyTo ? { text, reply_to_message_id: replyTo } : { text }),

    block: (blocked) => call("block", { blocked }),

    async tap(messageId, row, column) {
      const answer = await call("tap", { message_id: messageId, row, column });
      return answer?.callback_query_id ?? null;
    },

    upload(file, kind, caption, replyTo) {
      const form = new FormData();
      form.set("kind", kind);
      if (caption) form.set("caption", caption);
      if (replyTo) form.set("reply_to_message_id", replyTo);
      form.set("file", file);
      return send(form);
    },

    async askContact() {
      const sure = await confirmBox(screen, "Share your phone number?", "The bot will know your phone number.", "Share contact");
      if (sure) await send({ contact: true });
    },

    async askLocation() {
      const place = await placeBox(screen);
      if (place) await send({ location: place });
    },

    /** Follow a link that leads back into this chat; false leaves the link to the browser. */
    follow(href) {
      const command = deepLink(href, store.bot);
      if (command) send({ text: command });
      return command !== null;
    },
  };
}
