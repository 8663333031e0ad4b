import type { FastifyRequest } from 'fastify';
import { languages, type Language } from '#shared/messages/language.ts';

/** The actor's language; before sign-in what the browser asks for; Vietnamese when it asks for neither. */
export function languageOf(request: FastifyRequest): Language {
  return request.ctx?.actor.language ?? acceptedLanguage(request.headers['accept-language'] ?? '');
}

export function acceptedLanguage(header: string): Language {
  let best: { language: Language; weight: number } | undefined;
  for (const range of header.slice(0, 200).split(',')) {
    const [tag = '', ...params] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = languages.find((each) => tag === each || tag.startsWith(`${each}-`));
    const quality = params.find((param) => param.startsWith('q='))?.slice(2);
    const weight = quality === undefined ? 1 : Number(quality);
    if (language && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? 'vi';
}
