/** Features that add to the engine's screens; the application imports this once. */
import './account/index.ts';
import './activity/index.ts';
import './discussion/index.tsx';
import './documents/index.tsx';
import './lead/index.ts';
