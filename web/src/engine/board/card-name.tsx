import { CompanyName } from '#web/ui/company-name.tsx';

/** Of a column as narrow as they get. */
const lettersInTwoLines = 44;

/** What a card is called, lying in its column or lifted. */
export const CardName = ({ name }: { name: string }) => (
  <CompanyName name={name} room={lettersInTwoLines} />
);
