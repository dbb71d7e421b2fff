import type { InputHTMLAttributes } from 'react';

/** A checkbox in a row of a list. */
export function Tick(input: Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'>) {
  return <input {...input} type="checkbox" className="tick mantine-focus-auto" />;
}

/** A switch in a row of a list. */
export function Slider(input: Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role' | 'className'>) {
  return <input {...input} type="checkbox" role="switch" className="slider mantine-focus-auto" />;
}
