// Small comforts of the agents' and console pages; every page works without them.

// A filter form that is marked so sends itself when a choice changes.
document.addEventListener("change", event => {
  const form = event.target.closest("form[data-send-on-change]");
  if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
});

// "Select all" of a list: the box in the heading ticks the boxes of the rows.
document.addEventListener("change", event => {
  if (!event.target.matches("[data-select-all]")) return;
  for (const box of event.target.closest("table").querySelectorAll("tbody input[type=checkbox]")) box.checked = event.target.checked;
});
