import { redirect } from '@tanstack/react-router';
import { isProblem } from '#web/api/problem.ts';
import { meQuery, modelQuery } from '#web/api/queries.ts';
import { get } from '#web/api/request.ts';
import { queryClient } from './query-client.ts';

/** Before every page of the application: who is it, and what is there for them. */
export async function requireSignIn(location: { href: string }): Promise<void> {
  try {
    await queryClient.ensureQueryData(meQuery);
  } catch (error) {
    if (!isProblem(error, 'unauthenticated')) throw error;
    const { needed } = await get<{ needed: boolean }>('/api/v1/setup');
    if (needed) throw redirect({ to: '/setup' });
    const back = location.href === '/' ? undefined : location.href;
    throw redirect({ to: '/sign-in', search: { back } });
  }
  await queryClient.ensureQueryData(modelQuery);
}
