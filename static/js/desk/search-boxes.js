// Gives the admin's search boxes (select2) the name of their field, which they lack while they are empty.
const named = (select) =>
  document
    .querySelector(`label[for="${select.id}"]`)
    ?.textContent.replace(/[:*\s]+$/, "")
    .trim();

function nameBoxes(root) {
  for (const select of root.querySelectorAll("select.admin-autocomplete")) {
    const name = named(select);
    const box = select.parentElement.querySelector(".select2-selection[role=combobox]");
    if (!name || !box) continue;
    box.removeAttribute("aria-labelledby");
    const say = () => {
      const chosen = select.selectedOptions[0]?.textContent || "nothing chosen";
      for (const part of [box, ...box.querySelectorAll("[role=textbox]")]) {
        part.setAttribute("aria-label", `${name}: ${chosen}`);
      }
    };
    say();
    window.django.jQuery(select).on("change", say);
  }
}

// A new record's form puts the focus into its first field, which may have become a box only after that.
function leadFocusToItsBox() {
  const focused = document.activeElement;
  if (!focused?.matches("select.admin-autocomplete")) return;
  focused.parentElement.querySelector(".select2-selection[role=combobox]")?.focus();
}

// Pages without such boxes come without jQuery. Its callbacks run in order, so the boxes are made before this one.
window.django?.jQuery?.(() => {
  nameBoxes(document);
  leadFocusToItsBox();
  window.django.jQuery(document).on("select2:open", (event) => {
    const field = document.querySelector(".select2-container--open .select2-search__field");
    field?.setAttribute("aria-label", `Search: ${named(event.target) || "records"}`);
  });
});
document.addEventListener("formset:added", (event) => setTimeout(() => nameBoxes(event.target)));
