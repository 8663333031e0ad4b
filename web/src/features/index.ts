/** Features that add to the engine's screens; the application imports this once. */
import './documents/index.tsx';
import './lead/index.ts';
