"use strict";

// Before the terminal's script reads them: where it connects to, and how large its letters are.
(() => {
  const LEAST = { columns: 80, rows: 24 };
  const WIDTH = 0.61; // of a letter, in its size
  const HEIGHT = 1.32; // of a line
  const terminal = document.getElementById("terminal");
  const body = document.body;
  const asked = new URLSearchParams(location.search);

  const socket = new URL("ws", document.baseURI);
  socket.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  socket.search = "";
  socket.hash = "";
  terminal.dataset.sessionWebsocketUrl = socket.href;

  // Sixteen pixels, or as many as give the screens the room that they need; ?fontsize= says otherwise.
  const room = Math.min(innerWidth / LEAST.columns / WIDTH, innerHeight / LEAST.rows / HEIGHT);
  const wished = Number.parseInt(asked.get("fontsize"), 10);
  const size = Number.isNaN(wished) ? Math.min(16, Math.max(10, Math.floor(room))) : Math.min(40, Math.max(8, wished));
  terminal.dataset.fontSize = String(size);

  // The terminal's script heeds other parameters, one of which asks another host.
  const kept = asked.has("fontsize") ? `?fontsize=${size}` : "";
  history.replaceState(null, "", location.pathname + kept);

  // No link that somebody typed opens a page.
  window.open = () => null;

  // The first key works without a click.
  const focus = () => {
    if (body.classList.contains("-closed")) {
      document.getElementById("again").focus();
    } else if (body.classList.contains("-loaded")) {
      const field = terminal.querySelector("textarea");
      if (field) field.focus();
    }
  };
  new MutationObserver(focus).observe(body, { attributes: true, attributeFilter: ["class"] });
  addEventListener("focus", focus);
  document.addEventListener("pointerup", focus);

  // The server says by a number that there is no room for one more.
  const Socket = WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...how) {
      super(...how);
      this.addEventListener("close", (event) => {
        if (event.code === 1013) body.classList.add("-full");
      });
    }
  };

  document.getElementById("again").addEventListener("click", () => location.reload());
})();
