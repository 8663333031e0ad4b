/** The mark: a thread that crosses itself into a D. Heavier under 20 px, as small marks need. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <path
        fill="none"
        stroke="var(--thread)"
        strokeWidth={size < 20 ? 4 : 3.4}
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M9.5 29.5V8.5c0-3 1.8-5 4.8-5C23.2 3.5 29 8.3 29 15.3S23.5 26.7 16 26.7c-5.7 0-10-2-13-6"
      />
    </svg>
  );
}
