import { IconMail, IconMapPin, IconMessageCircle, IconPhone } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { mapAddress, mobileOf, useReach, zaloAddress } from '../head/reach.ts';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import classes from './phone.module.css';

/** Call, write, go there: whatever the record has the means for. */
export function ReachButtons() {
  const t = useWords(recordWords);
  const { object, record } = useOnPage();
  const { phones, emails, address } = useReach(object, record);
  const [phone] = phones;
  const [email] = emails;
  const mobile = mobileOf(phones);
  const ways = [
    phone !== undefined && { label: t('call'), Icon: IconPhone, href: `tel:${phone}` },
    mobile !== undefined && {
      label: t('zalo'),
      Icon: IconMessageCircle,
      href: zaloAddress(mobile),
      isOutside: true,
    },
    email !== undefined && { label: t('mail'), Icon: IconMail, href: `mailto:${email}` },
    address !== '' && {
      label: t('directions'),
      Icon: IconMapPin,
      href: mapAddress(address),
      isOutside: true,
    },
  ].filter((way) => way !== false);
  if (ways.length === 0) return null;
  return (
    <div className={classes.reach}>
      {ways.map(({ label, Icon, href, isOutside }) => (
        <a
          key={label}
          className={classes.way}
          href={href}
          {...(isOutside && { target: '_blank', rel: 'noopener noreferrer' })}
        >
          <Icon size={20} stroke={1.5} aria-hidden />
          {label}
        </a>
      ))}
    </div>
  );
}
