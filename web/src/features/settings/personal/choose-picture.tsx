import { Button, FileButton, Input } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '#web/api/me.ts';
import { meQuery } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../use-tell.ts';
import { personalWords } from './personal.words.ts';
import { cutToSquare } from './square.ts';
import classes from './choose-picture.module.css';

const types = 'image/png,image/jpeg,image/webp';

export function ChoosePicture() {
  const t = useWords(personalWords);
  const me = useMe();
  const tell = useTell();
  const client = useQueryClient();
  const put = useMutation({
    mutationFn: async (file: File) => {
      const body = await cutToSquare(file).catch(() => undefined);
      if (!body) return notify({ tone: 'bad', text: t('pictureBad') });
      const saved = await send<Me>('PUT', '/api/v1/me/picture', body, {
        headers: { 'content-type': body.type },
      });
      client.setQueryData(meQuery.queryKey, saved);
      notify({ tone: 'ok', text: t('pictureSaved') });
    },
    onError: tell,
  });
  const remove = useMutation({
    mutationFn: () => send('DELETE', '/api/v1/me/picture'),
    onSuccess: () => {
      client.setQueryData(meQuery.queryKey, (before) => before && { ...before, picture: null });
      notify({ tone: 'ok', text: t('pictureRemoved') });
    },
    onError: tell,
  });
  return (
    <Input.Wrapper label={t('picture')} description={t('pictureHint')} labelElement="div">
      <div className={classes.row}>
        <Avatar name={me.name} picture={me.picture} size={40} />
        <FileButton onChange={(file) => file && put.mutate(file)} accept={types}>
          {(props) => (
            <Button {...props} variant="default" loading={put.isPending}>
              {t('choosePicture')}
            </Button>
          )}
        </FileButton>
        {me.picture !== null && (
          <Button
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t('removePicture')}
          </Button>
        )}
      </div>
    </Input.Wrapper>
  );
}
