import { Link } from '@tanstack/react-router';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** One page of the guide. It is ours, but raw HTML is not run all the same. */
export function GuideText({ text }: { text: string }) {
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      components={{
        // `import.md` in the guide is another topic of it.
        a: ({ href = '', children }) =>
          href.endsWith('.md') ? (
            <Link to="/help/$topic" params={{ topic: href.replace(/\.md$/, '') }}>
              {children}
            </Link>
          ) : (
            <a href={href}>{children}</a>
          ),
      }}
    >
      {text}
    </Markdown>
  );
}
