interface Strip {
  gap: number;
  room: number;
  /** Always stands; -1 when it is none of them. */
  chosen: number;
}

/** Which tabs have room to stand whole, by their place. */
export function fitTabs(widths: readonly number[], { gap, room, chosen }: Strip): number[] {
  const take = (places: readonly number[]): number[] => {
    let right = -gap;
    const end = places.findIndex((place) => {
      right += gap + (widths[place] ?? 0);
      return right > room;
    });
    return end === -1 ? [...places] : places.slice(0, end);
  };
  const places = [...widths.keys()];
  const first = take(places);
  if (chosen < 0 || first.includes(chosen)) return first;
  const rest = take([chosen, ...places.filter((place) => place !== chosen)]);
  // However narrow it is, where one stands is said.
  return rest.length === 0 ? [chosen] : rest.toSorted((a, b) => a - b);
}
