import { useEffect, useRef } from 'react';
import classes from './two-step.module.css';

const side = 208;

/** Black on white in both themes: that is what cameras read. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = async () => {
      const { toCanvas } = await import('qrcode');
      if (canvas.current) await toCanvas(canvas.current, text, { width: side, margin: 1 });
    };
    void draw();
  }, [text]);
  return (
    <canvas
      ref={canvas}
      width={side}
      height={side}
      role="img"
      aria-label={label}
      className={classes.qr}
    />
  );
}
