// Who is shown on which phone, and which phones are in sight.

export const ROLES = ["customer", "provider", "admin"];
export const ROLE_NAMES = { customer: "Customer", provider: "Provider", admin: "Admin" };

const ONE_PHONE = matchMedia("(max-width: 820px)");
const TWO_PHONES = matchMedia("(max-width: 1179px)");

/** Sends "shown" (detail: role) when a phone changes hands and "layout" when other phones come into sight. */
export class Desk extends EventTarget {
  #store;
  #shown = new Map();
  #held = new Set(); // roles whose person was used by hand: such a phone does not follow
  #tab = "customer";
  #side = "provider";

  constructor(store) {
    super();
    this.#store = store;
    store.on("hello", () => this.#seat());
    store.on("person", () => this.#seat());
    store.on("message", (event) => this.#follow(event));
    for (const query of [ONE_PHONE, TWO_PHONES]) query.addEventListener("change", () => this.#tell("layout"));
  }

  shown(role) {
    return this.#shown.get(role) ?? null;
  }

  get tab() {
    return this.#tab;
  }

  inSight(role) {
    if (ONE_PHONE.matches) return role === this.#tab;
    if (TWO_PHONES.matches) return role === "customer" || role === this.#side;
    return true;
  }

  /** Is a message to this person in front of somebody's eyes? */
  watched(personId) {
    return ROLES.some((role) => this.inSight(role) && this.shown(role) === personId);
  }

  open(role) {
    this.#tab = role;
    if (role !== "customer") this.#side = role;
    this.#tell("layout");
  }

  hold(role) {
    this.#held.add(role);
  }

  /** Put a person on a phone; the phone may follow again until it is used by hand. */
  show(role, personId) {
    this.#held.delete(role);
    this.#shown.set(role, personId);
    this.#tell("shown", role);
  }

  #seat() {
    for (const role of ROLES) {
      const here = this.shown(role);
      if (here !== null && this.#store.people.has(here)) continue;
      const person = this.#latest(role);
      if (person) this.show(role, person.id);
    }
  }

  #latest(role) {
    const lastDate = ({ id }) => this.#store.chat(id).messages.at(-1)?.date ?? 0;
    return this.#store.ofRole(role).reduce(
      (best, person) => (best && lastDate(best) >= lastDate(person) ? best : person),
      null,
    );
  }

  #follow({ chat, message }) {
    const role = this.#store.people.get(chat)?.role;
    if (!role || !message.from?.is_bot || this.#held.has(role)) return;
    if (ROLES.some((any) => this.shown(any) === chat)) return;
    this.show(role, chat);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
