/* Sends chosen files at once, in pieces that can be resumed (tus 1.0). Without this file the form sends them itself. */
(() => {
  "use strict";
  const PIECE = 8 * 1024 * 1024;
  const PATIENCE = [1000, 2000, 4000, 8000, 15000, 30000, 60000];
  const TUS = { "Tus-Resumable": "1.0.0" };
  const wait = (ms) => new Promise((done) => window.setTimeout(done, ms));
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  // The same file chosen again after a cut, or after the browser was closed, goes on where it stopped.
  const memory = (file) => `zx-upload ${file.name} ${file.size} ${file.lastModified}`;
  const recall = (file) => { try { return window.localStorage.getItem(memory(file)); } catch { return null; } };
  const remember = (file, address) => {
    try {
      if (address) { window.localStorage.setItem(memory(file), address); } else { window.localStorage.removeItem(memory(file)); }
    } catch { /* A browser that keeps nothing: only resuming after a restart is lost. */ }
  };

  class Refused extends Error {}

  async function check(answer) {
    if (answer.ok) { return answer; }
    if (answer.status >= 500 && answer.status !== 507 || answer.status === 409 || answer.status === 423) { throw new Error(String(answer.status)); }
    let text = "";
    try { const problem = await answer.json(); text = (problem.title || "") + (problem.remedy || ""); } catch { /* No words came. */ }
    throw new Refused(text || "没有传成，请重新选择文件。");
  }

  async function begin(file) {
    const known = recall(file);
    if (known) {
      const answer = await fetch(known, { method: "HEAD", headers: TUS });
      if (answer.ok) { return { address: known, offset: Number(answer.headers.get("Upload-Offset")) }; }
      remember(file, null);
    }
    const headers = { ...TUS, "Upload-Length": String(file.size), "Upload-Metadata": `filename ${base64(file.name)}` };
    const answer = await check(await fetch("/api/uploads", { method: "POST", headers }));
    const address = answer.headers.get("Location");
    remember(file, address);
    return { address, offset: 0 };
  }

  async function send(file, show) {
    for (let tries = 0; ;) {
      try {
        const at = await begin(file);
        while (at.offset < file.size) {
          const headers = { ...TUS, "Upload-Offset": String(at.offset), "Content-Type": "application/offset+octet-stream" };
          const answer = await check(await fetch(at.address, { method: "PATCH", headers, body: file.slice(at.offset, at.offset + PIECE) }));
          at.offset = Number(answer.headers.get("Upload-Offset"));
          tries = 0;
          show(at.offset);
        }
        remember(file, null);
        return at.address.split("/").pop();
      } catch (fault) {
        if (fault instanceof Refused || tries >= PATIENCE.length) { remember(file, fault instanceof Refused ? null : recall(file)); throw fault; }
        show(null);
        await wait(PATIENCE[tries]);
        tries += 1;
      }
    }
  }

  function row(list, name) {
    const item = list.appendChild(document.createElement("li"));
    const title = item.appendChild(document.createElement("span"));
    title.textContent = name;
    const bar = item.appendChild(document.createElement("progress"));
    bar.setAttribute("aria-label", `${name} 上传进度`);
    const state = item.appendChild(document.createElement("span"));
    state.className = "muted";
    return { item, bar, state };
  }

  function hold(view, id) {
    view.bar.remove();
    view.state.textContent = "已传到";
    const field = view.item.appendChild(document.createElement("input"));
    field.type = "hidden";
    field.name = "upload";
    field.value = id;
    const label = view.item.appendChild(document.createElement("label"));
    const box = label.appendChild(document.createElement("input"));
    box.type = "checkbox";
    box.name = "dropUpload";
    box.value = id;
    label.append(" 不要");
    field.dispatchEvent(new Event("change", { bubbles: true })); // The draft keeps it.
  }

  async function take(zone, file) {
    const form = zone.closest("form");
    const view = row(zone.querySelector(".held"), file.name);
    view.bar.max = file.size;
    form.dataset.sending = String(Number(form.dataset.sending || 0) + 1);
    try {
      const id = await send(file, (offset) => {
        if (offset !== null) { view.bar.value = offset; }
        view.state.textContent = offset === null ? "连接中断，正在重试" : `${Math.floor(100 * offset / file.size)}%`;
      });
      hold(view, id);
    } catch (fault) {
      view.bar.remove();
      view.state.className = "error";
      view.state.textContent = fault instanceof Refused ? fault.message : "没有传完。再次选择同一文件，可以从断点续传。";
    } finally {
      form.dataset.sending = String(Number(form.dataset.sending) - 1);
    }
  }

  for (const zone of document.querySelectorAll("[data-uploads]")) {
    const input = zone.querySelector("input[type=file]");
    const all = (files) => { for (const file of files) { take(zone, file); } };
    input.addEventListener("change", () => { all([...input.files]); input.value = ""; });
    zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => { event.preventDefault(); zone.classList.remove("over"); all([...event.dataTransfer.files]); });
  }

  // A form is not sent while a file is on its way: it would go without it.
  document.addEventListener("submit", (event) => {
    if (Number(event.target.dataset.sending || 0) > 0) {
      event.preventDefault();
      event.stopImmediatePropagation();
      window.alert("材料还没有传完，请稍候再提交。");
    }
  }, true);
})();
