import { shortCompanyName } from '#shared/locale/legal-form.ts';

interface Props {
  name: string;
  /** Letters there is room for. */
  room: number;
}

/** A name where there is little room: without enough for all of it, the legal form is written short. */
export function CompanyName({ name, room }: Props) {
  const shown = name.length > room ? shortCompanyName(name) : name;
  return shown === name ? name : <span title={name}>{shown}</span>;
}
