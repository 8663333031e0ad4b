// Runs in the browser. The document is asked for with the session's cookie first, then with a key.
const form = document.getElementById('key');
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();

async function show(key) {
  const headers = key ? { authorization: `Bearer ${key}` } : {};
  // oxlint-disable-next-line no-restricted-globals -- runs in the browser, on our own origin
  const answer = await fetch('/api/v1/openapi.json', { headers });
  form.hidden = answer.ok;
  document.getElementById('refused').hidden = !key;
  if (!answer.ok) return;
  window.SwaggerUIBundle({
    domNode: document.getElementById('docs'),
    spec: await answer.json(),
    docExpansion: 'none',
    filter: true,
    requestInterceptor: (request) => {
      // The key stays in this page: it is stored nowhere.
      if (key) request.headers.authorization = `Bearer ${key}`;
      return request;
    },
  });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void show(document.getElementById('value').value.trim());
});
void show();
