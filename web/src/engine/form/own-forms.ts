import type { ComponentType } from 'react';
import type { OpenedForm } from './open-form.ts';

type OwnForm = ComponentType<{ form: OpenedForm }>;

const forms = new Map<string, OwnForm>();

/** A feature may make new records of an object in a form of its own, in place of the one drawn from its fields. */
export function registerNewForm(object: string, Form: OwnForm): void {
  forms.set(object, Form);
}

export const newForm = ({ object, recordId }: OpenedForm): OwnForm | undefined =>
  recordId === undefined ? forms.get(object) : undefined;
