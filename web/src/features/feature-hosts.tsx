import { ConvertHost } from './lead/convert-host.tsx';

/** Panels of features that open over any page. */
export function FeatureHosts() {
  return <ConvertHost />;
}
