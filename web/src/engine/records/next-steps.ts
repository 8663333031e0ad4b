const fields = new Map<string, string>();

/** A feature may say which field holds the time of what is to be done next with a record. */
export function registerNextStep(object: string, field: string): void {
  fields.set(object, field);
}

export const nextStepOf = (object: string): string | undefined => fields.get(object);
