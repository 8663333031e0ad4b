/** `Khách hàng` as it stands inside a sentence; names in capitals stay. */
export const inSentence = (label: string): string => {
  const [first = '', second = ''] = label;
  return second === second.toLocaleUpperCase() && second !== second.toLocaleLowerCase()
    ? label
    : first.toLocaleLowerCase() + label.slice(first.length);
};
