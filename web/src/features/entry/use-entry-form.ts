import { useEffect, useRef, useState, type FormEvent } from 'react';
import { isProblem, type Problem } from '#web/api/problem.ts';

/** Texts of a page before sign-in: what was typed stays, and every error stands at its field. */
export function useEntryForm<V extends Record<string, string>>(
  first: V,
  send: (values: V) => Promise<void>,
) {
  const [values, setValues] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    form.current = event.currentTarget;
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await send(values);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const set = (name: keyof V, value: string) =>
    setValues((before) => ({ ...before, [name]: value }));

  return {
    values,
    problem,
    busy,
    set,
    onSubmit: (event: FormEvent<HTMLFormElement>) => void submit(event),
    /** What an input takes: value, change, and the error whose path ends with its name. */
    field: (name: keyof V & string) => ({
      value: values[name] ?? '',
      onChange: (event: { currentTarget: { value: string } }) =>
        set(name, event.currentTarget.value),
      error: problem?.errors.find(({ path }) => path === name || path.endsWith(`.${name}`))
        ?.message,
    }),
  };
}
