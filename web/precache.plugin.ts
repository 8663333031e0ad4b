import type { Plugin, Rolldown } from 'vite';

/** Opened without a network; whatever they import comes along, everything else is kept once it was used. */
const wanted = [
  /index\.html$/,
  /(?:list-page|record-page|form-panel|palette|key-map|user-panel|phone-sheet|show-toast|toast-stack)\.tsx$/,
];
/** Of the letters we write, in the form every browser of ours takes. */
const isFontWanted = (name: string): boolean =>
  /(?:vietnamese|latin|figures)-\d+(?:-normal)?-[\w-]+\.woff2$/.test(name) &&
  !/latin-ext/.test(name);

/** Tells the service worker which files of this build the frame, the lists and the records need. */
export function precache(): Plugin {
  return {
    name: 'duyen:precache',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = Object.values(bundle).find(({ fileName }) => fileName === 'sw.js');
        if (worker?.type !== 'chunk') return;
        const files = JSON.stringify(filesOf(bundle));
        worker.code = worker.code.replaceAll('__PRECACHE__', () => files);
      },
    },
  };
}

function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const take = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk') return;
    for (const next of [...chunk.imports, ...(chunk.viteMetadata?.importedCss ?? [])]) take(next);
  };
  for (const output of Object.values(bundle)) {
    const { fileName } = output;
    const source = output.type === 'chunk' ? (output.facadeModuleId ?? '') : fileName;
    if (wanted.some((pattern) => pattern.test(source)) && output.type === 'chunk') take(fileName);
    if (isFontWanted(fileName) || /live-worker/.test(fileName)) found.add(fileName);
  }
  return [...found].map((name) => `/${name}`).toSorted();
}
