import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type Props = ButtonProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>;

/** A link in the shape of a button: it goes somewhere, so it can be opened in a new tab. */
export const LinkButton = createLink((props: Props) => <Button component="a" {...props} />);
