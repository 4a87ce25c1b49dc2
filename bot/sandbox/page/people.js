// The people of the sandbox: the menu to pick one, and the form to add one.

import { badge, byId } from "./dom.js";
import { avatar, fullName } from "./faces.js";
import { icon } from "./icons.js";
import { ROLE_NAMES, ROLES } from "./desk.js";
import { post } from "./server.js";

/** Items for a menu: people of the phone's role first, then all the others. */
export function peopleMenu(store, role, shownId, choose) {
  const roles = [role, ...ROLES.filter((other) => other !== role)];
  return roles.flatMap((each) => {
    const people = store.ofRole(each);
    const rows = people.map((person) => ({
      text: fullName(person),
      detail: person.label ?? (person.username ? `@${person.username}` : null),
      face: avatar(person),
      badge: badge(store.unreadOf(person.id)),
      checked: person.id === shownId,
      data: { pick: person.id },
      act: () => choose(person),
    }));
    return rows.length ? [{ title: ROLE_NAMES[each] }, ...rows] : [];
  });
}

/** The button "+" and its dialog; the new person is shown at once. */
export function addPerson(store, desk) {
  const dialog = byId("person-dialog");
  const form = byId("person-form");
  const problem = byId("person-error");

  byId("add-person").append(icon("person"));
  byId("add-person").addEventListener("click", () => {
    form.reset();
    problem.hidden = true;
    dialog.showModal();
  });
  byId("person-cancel").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wish = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
    try {
      const person = await post("/sandbox/people", wish);
      dialog.close();
      store.take({ type: "person", person });
      desk.show(person.role, person.id);
      desk.hold(person.role);
      desk.open(person.role);
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  });
}
