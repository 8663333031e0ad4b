import { PreviewHost } from './documents/preview-host.tsx';
import { TrayHost } from './documents/uploads/tray-host.tsx';
import { ConvertHost } from './lead/convert-host.tsx';
import { FinishHost } from './plan/finish/finish-host.tsx';

/** Panels of features that open over any page. */
export function FeatureHosts() {
  return (
    <>
      <ConvertHost />
      <FinishHost />
      <PreviewHost />
      <TrayHost />
    </>
  );
}
