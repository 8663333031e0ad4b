/** Features that add to the engine's screens; the application imports this once. */
import './activity/index.ts';
import './documents/index.tsx';
import './lead/index.ts';
