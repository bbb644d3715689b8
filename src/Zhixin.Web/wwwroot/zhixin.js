/* Scripts only add: every page works without this file. */
(() => {
  "use strict";

  // Ctrl+Enter presses the button that is marked for it.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) { return; }
    const button = document.querySelector("button[data-ctrl-enter]");
    if (button && button.form) {
      event.preventDefault();
      button.form.requestSubmit(button);
    }
  });

  // "/" goes to the search box, "?" to the list of keys; never while somebody types.
  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || (at instanceof Element && at.closest("input, select, textarea"))) { return; }
    const search = document.getElementById("q");
    if (event.key === "/" && search) { event.preventDefault(); search.focus(); search.select(); }
    if (event.key === "?" && document.querySelector("a[href='/help']")) { window.location.assign("/help"); }
  });

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-print]")) { window.print(); }
  });

  // Printing was asked for, and its purpose is noted.
  if (document.querySelector("[data-print-now]")) { window.print(); }

  // A double click sends once. The idempotency key guards it as well; this spares the wait.
  const sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") { return; }
    if (sent.has(form)) { event.preventDefault(); return; }
    sent.add(form);
    // An answer that leaves the page open (a download) must not block the form for good.
    window.setTimeout(() => sent.delete(form), 4000);
  });
  // Coming back with the browser's back button keeps what was typed, and the form may be sent again.
  window.addEventListener("pageshow", () => { for (const form of document.forms) { sent.delete(form); } });
})();
